<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>bondctl</name>
    <message>
        <source>“bondctl help” lists the commands and their arguments.</source>
        <translation>“bondctl help”可列出所有命令及其参数。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>Name one goal: %1.</source>
        <translation>请指定一个目标：%1。</translation>
    </message>
    <message>
        <source>There is no goal “%1”; name one of: %2.</source>
        <translation>没有目标“%1”；请从以下选择：%2。</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>没有选项“%1”。</translation>
    </message>
    <message>
        <source>The option “%1” needs a value.</source>
        <translation>选项“%1”需要一个值。</translation>
    </message>
    <message>
        <source>error</source>
        <extracomment>@label severity of a finding</extracomment>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <extracomment>@label severity of a finding</extracomment>
        <translation>警告</translation>
    </message>
    <message>
        <source>advice</source>
        <extracomment>@label severity of a finding</extracomment>
        <translation>建议</translation>
    </message>
    <message>
        <source>The plan is fine: no findings.</source>
        <translation>方案没有问题。</translation>
    </message>
    <message>
        <source>Name one plan, or - for standard input.</source>
        <translation>请指定一个方案文件，或用 - 表示标准输入。</translation>
    </message>
    <message>
        <source>Describes the seven bonding modes.</source>
        <translation>介绍七种绑定模式。</translation>
    </message>
    <message>
        <source>Lists the driver&apos;s options with defaults, ranges and modes.</source>
        <translation>列出驱动的全部选项及其默认值、取值范围和适用模式。</translation>
    </message>
    <message>
        <source>Checks a plan by itself and against this host; exits with 1 if it has errors.</source>
        <translation>检查方案本身以及它是否适用于本机；有错误时退出码为 1。</translation>
    </message>
    <message>
        <source>Recommends a mode for a goal: survive, throughput, both-lacp, both-no-switch.</source>
        <translation>按目标推荐模式：survive、throughput、both-lacp、both-no-switch。</translation>
    </message>
    <message>
        <source>Writes the switch&apos;s side of a plan: cisco-ios, cisco-nxos, arista, junos, huawei, h3c, mikrotik, linux.</source>
        <translation>生成方案对应的交换机配置：cisco-ios、cisco-nxos、arista、junos、huawei、h3c、mikrotik、linux。</translation>
    </message>
    <message>
        <source>The kernel&apos;s list of interfaces could not be read.</source>
        <translation>无法从内核读取接口列表。</translation>
    </message>
    <message>
        <source>With --no-host the plan is checked without this host.</source>
        <translation>使用 --no-host 可以只检查方案本身。</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>@item what a switch needs for a mode</extracomment>
        <translation>无需配置</translation>
    </message>
    <message>
        <source>a static link aggregation group</source>
        <extracomment>@item what a switch needs for a mode</extracomment>
        <translation>静态链路聚合组</translation>
    </message>
    <message>
        <source>an LACP group (802.3ad)</source>
        <extracomment>@item what a switch needs for a mode</extracomment>
        <translation>LACP 聚合组（802.3ad）</translation>
    </message>
    <message>
        <source> (commonly used)</source>
        <translation>（常用）</translation>
    </message>
    <message>
        <source> (recommended where the switch speaks LACP)</source>
        <translation>（交换机支持 LACP 时推荐）</translation>
    </message>
    <message>
        <source>Switch: %1</source>
        <translation>交换机：%1</translation>
    </message>
    <message>
        <source>Choose it when: %1</source>
        <translation>适用：%1</translation>
    </message>
    <message>
        <source>Avoid it when: %1</source>
        <translation>不适用：%1</translation>
    </message>
    <message>
        <source>“modes” takes no argument.</source>
        <translation>“modes”不需要参数。</translation>
    </message>
    <message>
        <source>changes at any time</source>
        <extracomment>@item when an option may be changed</extracomment>
        <translation>可随时更改</translation>
    </message>
    <message>
        <source>changes only while the bond is down</source>
        <extracomment>@item when an option may be changed</extracomment>
        <translation>仅在绑定接口停用时可更改</translation>
    </message>
    <message>
        <source>changes only while the bond has no cards</source>
        <extracomment>@item when an option may be changed</extracomment>
        <translation>仅在绑定接口没有网卡时可更改</translation>
    </message>
    <message>
        <source>changes only while the bond is down and has no cards</source>
        <extracomment>@item when an option may be changed</extracomment>
        <translation>仅在绑定接口停用且没有网卡时可更改</translation>
    </message>
    <message>
        <source>set where the driver is loaded</source>
        <extracomment>@item when an option may be changed</extracomment>
        <translation>在加载驱动时设置</translation>
    </message>
    <message>
        <source>interface name</source>
        <translation>接口名称</translation>
    </message>
    <message>
        <source>up to 16 IPv4 addresses</source>
        <translation>最多 16 个 IPv4 地址</translation>
    </message>
    <message>
        <source>up to 16 IPv6 addresses</source>
        <translation>最多 16 个 IPv6 地址</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source> (each card)</source>
        <translation>（每块网卡）</translation>
    </message>
    <message>
        <source> (driver)</source>
        <translation>（驱动）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Values: %1; default: %2</source>
        <translation>取值：%1；默认：%2</translation>
    </message>
    <message>
        <source>Modes: %1; %2; since Linux %3</source>
        <translation>模式：%1；%2；自 Linux %3 起</translation>
    </message>
    <message>
        <source>“options” takes no argument.</source>
        <translation>“options”不需要参数。</translation>
    </message>
    <message>
        <source>There is no mode “%1”; “bondctl modes” lists them.</source>
        <translation>没有模式“%1”；“bondctl modes”可列出所有模式。</translation>
    </message>
    <message>
        <source>Name the vendor with --vendor: %1.</source>
        <translation>请用 --vendor 指定厂商：%1。</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <extracomment>@error %1 is a command line option</extracomment>
        <translation>此命令没有选项 %1。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <extracomment>@error %1 is a command line option</extracomment>
        <translation>%1 需要一个值。</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3.</source>
        <extracomment>@error %1 is a command line option, %2 and %3 are numbers</extracomment>
        <translation>%1 须为 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>Lists the network cards and what they are used for.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出网卡及其用途。</translation>
    </message>
    <message>
        <source>Lists the bonds and how they are.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出聚合接口及其状态。</translation>
    </message>
    <message>
        <source>Follows bonds live: traffic, failovers, and how long they took.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>实时监视聚合接口：流量、故障切换及其耗时。</translation>
    </message>
    <message>
        <source>Lists what has happened to the bonds.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出聚合接口发生过的事件。</translation>
    </message>
    <message>
        <source>Records the bonds into a file that monitor --replay plays.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>将聚合接口的运行情况录制到文件，可用 monitor --replay 回放。</translation>
    </message>
    <message>
        <source>The journal is long: its oldest part was not read.</source>
        <extracomment>@info</extracomment>
        <translation>系统日志很长，最早的部分未读取。</translation>
    </message>
    <message>
        <source>--since takes a moment (2026-11-22T13:00) or how long ago (30m, 2h, 7d).</source>
        <extracomment>@error keep the examples</extracomment>
        <translation>--since 须为时刻（2026-11-22T13:00）或距今时长（30m、2h、7d）。</translation>
    </message>
    <message>
        <source>No events in that time.</source>
        <extracomment>@info</extracomment>
        <translation>该时段内没有事件。</translation>
    </message>
    <message>
        <source>There is no bond %1.</source>
        <extracomment>@error %1 is a name</extracomment>
        <translation>没有聚合接口 %1。</translation>
    </message>
    <message>
        <source>“bondctl bonds” lists those there are.</source>
        <extracomment>@info</extracomment>
        <translation>“bondctl bonds”列出现有的聚合接口。</translation>
    </message>
    <message>
        <source>--speed takes a number: 1 as recorded, 10 ten times as fast, 0 at once.</source>
        <extracomment>@error</extracomment>
        <translation>--speed 须为数字：1 为原速，10 为十倍速，0 为立即播完。</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not answer for %2 (%n packet(s) lost).</source>
        <translation>
            <numerusform>%1 有 %2 没有应答（丢失 %n 个包）。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 sent, %3 answered; round trip %4 / %5 / %6 ms (median / 95 % / 99 %)</source>
        <extracomment>@info ping statistics: address, numbers of packets, times in milliseconds</extracomment>
        <translation>%1：发送 %2，应答 %3；往返时间 %4 / %5 / %6 ms（中位数 / 95 % / 99 %）</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <extracomment>@info %1 is an address</extracomment>
        <translation>%1 无应答</translation>
    </message>
    <message>
        <source>“%1” is not an address that can be pinged.</source>
        <extracomment>@error %1 is what the user typed</extracomment>
        <translation>“%1”不是可以 ping 的地址。</translation>
    </message>
    <message>
        <source>Record into which file?</source>
        <extracomment>@error</extracomment>
        <translation>要录制到哪个文件？</translation>
    </message>
    <message>
        <source>Recording into %1. Ctrl+C ends it.</source>
        <extracomment>@info %1 is a file</extracomment>
        <translation>正在录制到 %1，按 Ctrl+C 结束。</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>@status of an interface in a table</extracomment>
        <translation>停用</translation>
    </message>
    <message>
        <source>link</source>
        <extracomment>@status of an interface in a table: cable in and other end alive, or not</extracomment>
        <translation>有链路</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>无链路</translation>
    </message>
    <message>
        <source>free</source>
        <extracomment>@status of a network card in a table</extracomment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>standby</source>
        <extracomment>@status of a slave in a table: ready to take over</extracomment>
        <translation>备用</translation>
    </message>
    <message>
        <source>active</source>
        <extracomment>@status of a slave in a table: carries traffic</extracomment>
        <translation>活动</translation>
    </message>
    <message>
        <source>SLAVE</source>
        <extracomment>@title:column</extracomment>
        <translation>成员</translation>
    </message>
    <message>
        <source>LINK</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>SPEED</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>MII</source>
        <translation>MII</translation>
    </message>
    <message>
        <source>FAILURES</source>
        <translation>断开次数</translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>AGGREGATOR</source>
        <translation>聚合组</translation>
    </message>
    <message>
        <source>(needs root to be read)</source>
        <extracomment>@info value of an option that only root can read</extracomment>
        <translation>（需要 root 权限才能读取）</translation>
    </message>
    <message>
        <source>CARD</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>DRIVER</source>
        <translation>驱动</translation>
    </message>
    <message>
        <source>SLOT</source>
        <translation>插槽</translation>
    </message>
    <message>
        <source>USE</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>There is no bond on this host.</source>
        <extracomment>@info</extracomment>
        <translation>本机没有聚合接口。</translation>
    </message>
    <message>
        <source>BOND</source>
        <translation>聚合接口</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>ACTIVE</source>
        <translation>活动网卡</translation>
    </message>
    <message>
        <source>SLAVES</source>
        <translation>成员网卡</translation>
    </message>
    <message>
        <source>ADDRESSES</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Which bond?</source>
        <extracomment>@error</extracomment>
        <translation>请指定聚合接口。</translation>
    </message>
    <message>
        <source>Aggregator %1 with %2 ports, partner %3 (key %4)</source>
        <extracomment>@info LACP state of a bond; numbers and a MAC address</extracomment>
        <translation>聚合组 %1，%2 个端口，对端 %3（key %4）</translation>
    </message>
    <message>
        <source>Usage: bondctl [--lang en|zh_CN] COMMAND [ARGUMENT …]</source>
        <translation>用法：bondctl [--lang en|zh_CN] 命令 [参数 …]</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>--backend takes nm, ifcfg, runtime or auto.</source>
        <translation>--backend 的值可为 nm、ifcfg、runtime 或 auto。</translation>
    </message>
    <message>
        <source>--confirm-within takes 10 to 600 seconds.</source>
        <translation>--confirm-within 的值为 10 至 600 秒。</translation>
    </message>
    <message>
        <source>--ping takes the address of one host, such as 192.168.1.1.</source>
        <translation>--ping 的值是一台主机的地址，例如 192.168.1.1。</translation>
    </message>
    <message>
        <source>There is no option “%1” here.</source>
        <translation>这里没有选项“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s) expected.</source>
        <translation>
            <numerusform>需要 %n 个参数。</numerusform>
        </translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>No file changes.</source>
        <translation>没有文件变化。</translation>
    </message>
    <message>
        <source>The plan has errors; nothing was changed.</source>
        <translation>方案有错误；未作任何更改。</translation>
    </message>
    <message>
        <source>Mend what is named above and try again.</source>
        <translation>请改正上述问题后重试。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>Apply this and keep it without asking again? Type “yes”: </source>
        <translation>应用并直接保留，不再询问？请输入“yes”：</translation>
    </message>
    <message>
        <source>Apply this? It is taken back after %1 s unless you keep it. Type “yes”: </source>
        <translation>应用此更改？若不确认保留，%1 秒后自动回滚。请输入“yes”：</translation>
    </message>
    <message>
        <source>The plan&apos;s member “%1” is not known and was passed over.</source>
        <translation>方案中的成员“%1”无法识别，已忽略。</translation>
    </message>
    <message>
        <source>No change is waiting for an answer.</source>
        <translation>没有等待确认的更改。</translation>
    </message>
    <message>
        <source>%1 is now the active slave of %2.</source>
        <translation>%1 现在是 %2 的活动从接口。</translation>
    </message>
    <message>
        <source>Creates or changes a bond; taken back by itself unless confirmed.</source>
        <translation>创建或修改绑定；未确认则自动回滚。</translation>
    </message>
    <message>
        <source>Keeps the pending change.</source>
        <translation>保留待确认的更改。</translation>
    </message>
    <message>
        <source>The configuration is kept.</source>
        <translation>配置已保留。</translation>
    </message>
    <message>
        <source>Takes the pending change back now.</source>
        <translation>立即回滚待确认的更改。</translation>
    </message>
    <message>
        <source>The change is being taken back.</source>
        <translation>正在回滚更改。</translation>
    </message>
    <message>
        <source>Gives the pending change its time once more.</source>
        <translation>将待确认更改的期限延长一次。</translation>
    </message>
    <message>
        <source>The deadline was extended.</source>
        <translation>期限已延长。</translation>
    </message>
    <message>
        <source>What the helper finds on this host, and the pending change.</source>
        <translation>显示特权助手在本机发现的情况和待确认的更改。</translation>
    </message>
    <message>
        <source>Removes a bond; its cards get their former configuration back.</source>
        <translation>删除绑定；其网卡恢复原来的配置。</translation>
    </message>
    <message>
        <source>Puts a backup&apos;s files back on this host.</source>
        <translation>将备份中的文件恢复到本机。</translation>
    </message>
    <message>
        <source>Makes a slave the active one (modes 1, 5, 6).</source>
        <translation>将一个从接口设为活动从接口（模式 1、5、6）。</translation>
    </message>
    <message>
        <source>The change runs. Unless it is confirmed it is taken back in %1 s:</source>
        <translation>更改已生效。若不确认，%1 秒后自动回滚：</translation>
    </message>
    <message>
        <source>The change runs. Another terminal may answer too: bondctl confirm %1</source>
        <translation>更改已生效。也可以在另一个终端确认：bondctl confirm %1</translation>
    </message>
    <message>
        <source>Done: the configuration is kept.</source>
        <translation>完成：配置已保留。</translation>
    </message>
    <message>
        <source>Taken back: everything is as it was before.</source>
        <translation>已回滚：一切恢复原状。</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>失败。</translation>
    </message>
    <message>
        <source>What to do by hand:</source>
        <translation>需要手工执行的步骤：</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No change is pending.</source>
        <translation>没有待确认的更改。</translation>
    </message>
    <message>
        <source>Change %1 (%2 %3) by %4: %5</source>
        <translation>更改 %1（%2 %3），由 %4 发起：%5</translation>
    </message>
    <message>
        <source>Reverting in %1 s unless confirmed: bondctl confirm</source>
        <translation>%1 秒后自动回滚，除非确认：bondctl confirm</translation>
    </message>
    <message>
        <source>Host:            %1, Linux %2</source>
        <translation>主机：           %1，Linux %2</translation>
    </message>
    <message>
        <source>Bonding driver:  %1</source>
        <translation>bonding 驱动：   %1</translation>
    </message>
    <message>
        <source>NetworkManager:  %1</source>
        <translation>NetworkManager： %1</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>In charge:       %1 – %2</source>
        <translation>负责配置：       %1 – %2</translation>
    </message>
    <message>
        <source>Not known here:  %1</source>
        <translation>本机不支持：     %1</translation>
    </message>
    <message>
        <source>This command takes no names.</source>
        <extracomment>@error</extracomment>
        <translation>此命令不接受名称参数。</translation>
    </message>
    <message>
        <source>(damaged: %1)</source>
        <translation>（已损坏：%1）</translation>
    </message>
    <message>
        <source>(did not exist)</source>
        <translation>（原不存在）</translation>
    </message>
    <message>
        <source>Name one backup; “bondctl backups” lists them.</source>
        <translation>请指定一个备份；“bondctl backups”可列出全部备份。</translation>
    </message>
    <message>
        <source>Nothing to do: the files already say so.</source>
        <translation>无需更改：文件内容已经如此。</translation>
    </message>
    <message>
        <source>The originals are in backup %1.</source>
        <translation>原文件保存在备份 %1 中。</translation>
    </message>
    <message>
        <source>Print a plan’s configuration files, or write them below a folder.</source>
        <translation>显示方案对应的配置文件，或写到某个目录下。</translation>
    </message>
    <message>
        <source>Print the bonds of the configuration files as plans.</source>
        <translation>以方案形式显示配置文件中的聚合组。</translation>
    </message>
    <message>
        <source>List the backups of configuration files.</source>
        <translation>列出配置文件的备份。</translation>
    </message>
    <message>
        <source>Put a backup’s files back below a folder.</source>
        <translation>把备份中的文件恢复到某个目录下。</translation>
    </message>
    <message>
        <source>Make one script that does it all on a host without this program.</source>
        <translation>生成一个脚本，在没有本程序的主机上完成全部操作。</translation>
    </message>
    <message>
        <source>“read” takes no plan.</source>
        <translation>“read”不需要方案。</translation>
    </message>
    <message>
        <source>There is no bond in these files.</source>
        <translation>这些文件中没有聚合组。</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>（删除）</translation>
    </message>
    <message>
        <source>This host does not go by the format “%1”.</source>
        <translation>本机不使用“%1”格式。</translation>
    </message>
    <message>
        <source>Name one plan and --rhel 5, 6, 7 or 8.</source>
        <translation>请指定一个方案和 --rhel 5、6、7 或 8。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <extracomment>@error %1 is a path, %2 the system&apos;s words</extracomment>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>--limit needs milliseconds from 1 to 600000.</source>
        <translation>--limit 需要 1 到 600000 之间的毫秒数。</translation>
    </message>
    <message>
        <source>“%1” is not known here, or its value is missing.</source>
        <translation>这里不认识“%1”，或者缺少它的值。</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>多余的参数“%1”。</translation>
    </message>
    <message>
        <source>Which bond? For example: bondctl test bond0 --ping 192.0.2.1</source>
        <translation>测试哪个聚合组？例如：bondctl test bond0 --ping 192.0.2.1</translation>
    </message>
    <message>
        <source>--ping HOST is needed: the outage is measured with it.</source>
        <translation>需要 --ping HOST：用它来测量中断时间。</translation>
    </message>
    <message>
        <source>Tests the failover of a bond, by pulling cables or automatically</source>
        <translation>测试聚合组的故障切换，手工拔线或自动进行</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1是一个目录。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 KiB.</source>
        <extracomment>@error %1 is a quoted file name or “standard input”</extracomment>
        <translation>%1超过 %2 KiB。</translation>
    </message>
    <message>
        <source>There is no language “%1”; name one of: %2.</source>
        <extracomment>@error %1 is what was given, %2 a list</extracomment>
        <translation>没有语言“%1”；请从以下选择：%2。</translation>
    </message>
    <message>
        <source>There is no backup.</source>
        <translation>没有备份。</translation>
    </message>
    <message>
        <source>(last known good)</source>
        <extracomment>@label mark of a backup</extracomment>
        <translation>（最近一次已知可用）</translation>
    </message>
    <message>
        <source>There is no service “%1”; name one of: %2.</source>
        <translation>没有服务“%1”；请从以下选择：%2。</translation>
    </message>
    <message>
        <source>Release %1 does not read ifcfg files; write profiles with --format nm.</source>
        <translation>版本 %1 不再读取 ifcfg 文件；请用 --format nm 生成 NetworkManager 配置。</translation>
    </message>
    <message>
        <source>There is no dialect for release “%1”; name one of: %2.</source>
        <translation>没有适用于版本“%1”的写法；请从以下选择：%2。</translation>
    </message>
    <message>
        <source>There is no format “%1”; name one of: %2.</source>
        <translation>没有格式“%1”；请从以下选择：%2。</translation>
    </message>
    <message>
        <source>Shows one bond, or a copy of a /proc/net/bonding file: state, slaves, LACP, all options.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>显示一个绑定（或他人发来的 /proc/net/bonding 文件）：状态、成员网卡、LACP、全部选项。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <extracomment>@error %1 a file, %2 the system&apos;s words</extracomment>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 here:   %2</source>
        <extracomment>@info LACP states of a slave: %1 its name, %2 words such as &quot;activity aggregation&quot;</extracomment>
        <translation>%1 本端：%2</translation>
    </message>
    <message>
        <source>%1 switch: %2</source>
        <extracomment>@info LACP states that the switch tells: %1 a slave&apos;s name, %2 words</extracomment>
        <translation>%1 交换机：%2</translation>
    </message>
    <message>
        <source>The helper no longer knows this change.</source>
        <translation>辅助程序已不再记得这次更改。</translation>
    </message>
    <message>
        <source>Unless it was confirmed it is taken back. See “bondctl status”.</source>
        <translation>如果尚未确认，它会被自动撤销。请查看“bondctl status”。</translation>
    </message>
    <message>
        <source>Keep this configuration? Type “yes” to keep it, “no” to take it back now.</source>
        <translation>是否保留此配置？输入“是”或“yes”保留，输入“否”或“no”立即撤销。</translation>
    </message>
    <message>
        <source>Reverting in %1 s: </source>
        <translation>%1 秒后自动回滚：</translation>
    </message>
    <message>
        <source>--report writes .html, .pdf or .json.</source>
        <translation>--report 可写 .html、.pdf 或 .json。</translation>
    </message>
    <message>
        <source>A PDF is made by the program bondwright, which is not installed here. --report FILE.html needs nothing else and holds the same.</source>
        <translation>PDF 由程序 bondwright 生成，而本机没有安装它。--report FILE.html 不需要别的程序，内容相同。</translation>
    </message>
    <message>
        <source>Print a bond’s files in the other format, or move it there below a folder.</source>
        <translation>显示聚合组在另一种格式中的文件，或在某个目录下迁移过去。</translation>
    </message>
    <message>
        <source>Name one bond and --to ifcfg or nm.</source>
        <translation>请指定一个聚合组和 --to ifcfg 或 nm。</translation>
    </message>
</context>
<context>
    <name>bondwright::cli::TestRun</name>
    <message>
        <source>[%1/%2] %3: checking that everything works…</source>
        <translation>[%1/%2] %3：检查一切是否正常…</translation>
    </message>
    <message>
        <source>That was %1. Plug it in again, and pull the cable of %2.</source>
        <translation>拔的是 %1。请重新插上，然后拔下 %2 的网线。</translation>
    </message>
    <message>
        <source>Taking the link of %1 down…</source>
        <translation>正在断开 %1 的链路…</translation>
    </message>
    <message>
        <source>Pull the cable of %1 now.</source>
        <translation>请立即拔下 %1 的网线。</translation>
    </message>
    <message>
        <source>%1 has lost its link. Measuring…</source>
        <translation>%1 的链路已断开，正在测量…</translation>
    </message>
    <message>
        <source>Giving the link of %1 back…</source>
        <translation>正在恢复 %1 的链路…</translation>
    </message>
    <message>
        <source>Plug the cable of %1 in again.</source>
        <translation>请重新插上 %1 的网线。</translation>
    </message>
    <message>
        <source>%1 has a link again. Waiting until it is in use…</source>
        <translation>%1 的链路已恢复，等待重新启用…</translation>
    </message>
    <message>
        <source>%1: passed (limit %2 ms)</source>
        <translation>%1：通过（上限 %2 ms）</translation>
    </message>
    <message>
        <source>%1: FAILED (limit %2 ms)</source>
        <translation>%1：未通过（上限 %2 ms）</translation>
    </message>
</context>
</TS>
