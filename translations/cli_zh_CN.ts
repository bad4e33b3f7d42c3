<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Rollout</name>
    <message>
        <source>Put a variable of the inventory in its place, such as &quot;addresses&quot;: [&quot;{{ bond_address }}&quot;].</source>
        <translation>请改用主机清单中的变量，例如 &quot;addresses&quot;: [&quot;{{ bond_address }}&quot;]。</translation>
    </message>
    <message>
        <source>waits</source>
        <extracomment>@status of a host in a roll-out: its batch has not begun</extracomment>
        <translation>等待</translation>
    </message>
    <message>
        <source>begun</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>已开始</translation>
    </message>
    <message>
        <source>rehearsed</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>已预演</translation>
    </message>
    <message>
        <source>would change</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>将会改动</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>无需改动</translation>
    </message>
    <message>
        <source>confirmed</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>已确认</translation>
    </message>
    <message>
        <source>gate passed</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>已通过检查</translation>
    </message>
    <message>
        <source>failover tested</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>已测试故障切换</translation>
    </message>
    <message>
        <source>reverted</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>unreachable</source>
        <extracomment>@status of a host in a roll-out</extracomment>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>@info %1 number of milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s): %1</source>
        <extracomment>@info %2 list: &quot;2 gate passed, 1 waits&quot;</extracomment>
        <translation>
            <numerusform>%n 台主机：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>could not be rehearsed</source>
        <translation>无法预演</translation>
    </message>
    <message>
        <source>outage at a failover %1</source>
        <extracomment>@info %1 &quot;104 ms&quot;</extracomment>
        <translation>故障切换时中断 %1</translation>
    </message>
    <message>
        <source>rehearsed failover %1</source>
        <extracomment>@info %1 &quot;104 ms&quot;</extracomment>
        <translation>预演的故障切换 %1</translation>
    </message>
    <message>
        <source>Roll-out of %1</source>
        <extracomment>@title %1 bond</extracomment>
        <translation>部署 %1</translation>
    </message>
    <message>
        <source>only checked</source>
        <translation>仅检查</translation>
    </message>
    <message>
        <source>Host</source>
        <extracomment>@title:column</extracomment>
        <translation>主机</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>The playbook</source>
        <extracomment>@title:group</extracomment>
        <translation>playbook</translation>
    </message>
    <message>
        <source>ansible-inventory did not answer with an inventory.</source>
        <extracomment>@error</extracomment>
        <translation>ansible-inventory 的回答不是清单。</translation>
    </message>
    <message>
        <source>Line %1 of the table: %2</source>
        <extracomment>@error %1 number of a line in a file, %2 what is wrong there</extracomment>
        <translation>表格第 %1 行：%2</translation>
    </message>
    <message>
        <source>a quote is not closed.</source>
        <translation>引号没有结束。</translation>
    </message>
    <message>
        <source>it needs a second column.</source>
        <translation>需要第二列。</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <extracomment>@error %1 name of a column</extracomment>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>it has %1 columns, not %2.</source>
        <translation>有 %1 列，应为 %2 列。</translation>
    </message>
    <message>
        <source>it names no host.</source>
        <translation>没有主机名。</translation>
    </message>
    <message>
        <source>“%1” is a template of Ansible, not a value.</source>
        <extracomment>@error %1 what stands there</extracomment>
        <translation>“%1”是 Ansible 模板，不是值。</translation>
    </message>
    <message>
        <source>The table is too large.</source>
        <translation>表格太大。</translation>
    </message>
    <message>
        <source>The table is not UTF-8 text.</source>
        <translation>表格不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Save it as “CSV UTF-8”.</source>
        <translation>请另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>The table has no hosts.</source>
        <translation>表格中没有主机。</translation>
    </message>
    <message>
        <source>First a line of names, such as “host,bond_address”, then one for each host.</source>
        <translation>第一行为列名，如“host,bond_address”，之后每台主机一行。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <extracomment>@error %1 is a path, %2 the system&apos;s words</extracomment>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>The column “%1” is no name of a variable.</source>
        <extracomment>@error %1 name of a column</extracomment>
        <translation>列名“%1”不能作为变量名。</translation>
    </message>
    <message>
        <source>Take letters, digits and underscores, such as “bond_address”.</source>
        <translation>请使用字母、数字和下划线，如“bond_address”。</translation>
    </message>
    <message>
        <source>The table has no column “address”.</source>
        <translation>表格中没有“address”列。</translation>
    </message>
    <message>
        <source>Such as &apos;{&quot;driver&quot;: &quot;ixgbe&quot;, &quot;link&quot;: true, &quot;count&quot;: 2}&apos;. It knows %1.</source>
        <translation>例如 &apos;{&quot;driver&quot;: &quot;ixgbe&quot;, &quot;link&quot;: true, &quot;count&quot;: 2}&apos;。可用的条件：%1。</translation>
    </message>
    <message>
        <source>A rule of NICs is a JSON object.</source>
        <translation>网卡规则必须是一个 JSON 对象。</translation>
    </message>
    <message>
        <source>“%1” of the rule of NICs is wrong.</source>
        <extracomment>@error %1 a member of it</extracomment>
        <translation>网卡规则中的“%1”有误。</translation>
    </message>
    <message>
        <source>driver %1</source>
        <extracomment>@info part of a rule of NICs</extracomment>
        <translation>驱动 %1</translation>
    </message>
    <message>
        <source>at least %1 Mbit/s</source>
        <extracomment>@info part of a rule of NICs</extracomment>
        <translation>至少 %1 Mbit/s</translation>
    </message>
    <message>
        <source>link up</source>
        <extracomment>@info part of a rule of NICs</extracomment>
        <translation>链路正常</translation>
    </message>
    <message>
        <source>link down</source>
        <translation>链路断开</translation>
    </message>
    <message>
        <source>used ones too</source>
        <extracomment>@info part of a rule of NICs</extracomment>
        <translation>包括已被使用的</translation>
    </message>
    <message>
        <source>at the same switch</source>
        <extracomment>@info part of a rule of NICs</extracomment>
        <translation>连接同一交换机</translation>
    </message>
    <message numerus="yes">
        <source>%n NIC(s)</source>
        <extracomment>@info part of a rule of NICs: how many</extracomment>
        <translation>
            <numerusform>%n 块网卡</numerusform>
        </translation>
    </message>
    <message>
        <source>all that fit</source>
        <translation>全部符合的</translation>
    </message>
    <message>
        <source>No host took part</source>
        <extracomment>@info:status of a roll-out</extracomment>
        <translation>没有主机参与</translation>
    </message>
    <message>
        <source>not told to its end: what has been changed, the host reverts by itself unless it is confirmed</source>
        <extracomment>@info of a host at which Ansible was at work when it ended</extracomment>
        <translation>结果未知：已做的更改如不确认，主机会自动恢复</translation>
    </message>
    <message>
        <source>not confirmed: as far as known, the host has reverted it by itself</source>
        <translation>未确认：就目前所知，主机已自动恢复</translation>
    </message>
    <message>
        <source>its change stays</source>
        <extracomment>@info of a host that fails after its change was confirmed</extracomment>
        <translation>其改动保留</translation>
    </message>
    <message>
        <source>Each host needs an address of its own, such as 192.0.2.11/24: %1.</source>
        <extracomment>@error %1 names of hosts</extracomment>
        <translation>每台主机都需要自己的地址，例如 192.0.2.11/24：%1。</translation>
    </message>
    <message>
        <source>applied</source>
        <extracomment>@status of a host in a roll-out: its change is in force, and reverts unless it is confirmed</extracomment>
        <translation>已应用</translation>
    </message>
    <message>
        <source>it reverts this by itself unless it is confirmed</source>
        <extracomment>@info of a host whose change is in force</extracomment>
        <translation>未经确认则主机自动恢复</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>@info between the parts of a list</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>@info between remarks</extracomment>
        <translation>；</translation>
    </message>
    <message>
        <source>Every host would get the same address: %1.</source>
        <extracomment>@error %1 an address</extracomment>
        <translation>所有主机都会得到同一个地址：%1。</translation>
    </message>
    <message>
        <source>Every host would get the same MAC address: %1.</source>
        <extracomment>@error %1 a MAC address</extracomment>
        <translation>所有主机都会得到同一个 MAC 地址：%1。</translation>
    </message>
    <message>
        <source>Leave &quot;mac&quot; out of the plan, or put &quot;permanent:&lt;nic&gt;&quot; or a variable of the inventory in its place.</source>
        <translation>请从方案中删去“mac”，或改用“permanent:&lt;网卡&gt;”或主机清单中的变量。</translation>
    </message>
    <message>
        <source>These hosts would get the same MAC address: %1.</source>
        <extracomment>@error %1 names of hosts</extracomment>
        <translation>这些主机会得到相同的 MAC 地址：%1。</translation>
    </message>
</context>
<context>
    <name>bondctl</name>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
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
        <source>Describes the seven bonding modes.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>介绍七种绑定模式。</translation>
    </message>
    <message>
        <source>Lists the driver&apos;s options with defaults, ranges and modes.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出驱动的全部选项及其默认值、取值范围和适用模式。</translation>
    </message>
    <message>
        <source>Checks a plan by itself and against this host; exits with 1 if it has errors.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>检查方案本身以及它是否适用于本机；有错误时退出码为 1。</translation>
    </message>
    <message>
        <source>The kernel&apos;s list of interfaces could not be read.</source>
        <translation>无法从内核读取接口列表。</translation>
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
        <source>%1 needs a value.</source>
        <extracomment>@error %1 an option</extracomment>
        <translation>%1 需要一个值。</translation>
    </message>
    <message>
        <source>Lists what has happened to the bonds.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出绑定接口发生过的事件。</translation>
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
        <translation>没有绑定接口 %1。</translation>
    </message>
    <message>
        <source>“bondctl bonds” lists those there are.</source>
        <extracomment>@info</extracomment>
        <translation>“bondctl bonds”列出现有的绑定接口。</translation>
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
        <source>link up</source>
        <extracomment>@status of an interface in a table: cable in and other end alive, or not</extracomment>
        <translation>链路正常</translation>
    </message>
    <message>
        <source>link down</source>
        <translation>链路断开</translation>
    </message>
    <message>
        <source>free</source>
        <extracomment>@status of a NIC in a table</extracomment>
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
        <translation>该主机没有绑定接口。</translation>
    </message>
    <message>
        <source>BOND</source>
        <translation>绑定接口</translation>
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
        <translation>活动成员网卡</translation>
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
        <source>Aggregator %1 with %2 ports, partner %3 (key %4)</source>
        <extracomment>@info LACP state of a bond; numbers and a MAC address</extracomment>
        <translation>聚合组 %1，%2 个端口，对端 %3（key %4）</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <extracomment>@error %1 is what was given</extracomment>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>--ping takes the address of one host, such as 192.168.1.1.</source>
        <translation>--ping 的值是一台主机的地址，例如 192.168.1.1。</translation>
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
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>Apply this and keep it without asking again? Type “yes”: </source>
        <translation>应用并直接保留，不再询问？请输入“yes”：</translation>
    </message>
    <message>
        <source>No change is waiting for an answer.</source>
        <translation>没有等待确认的更改。</translation>
    </message>
    <message>
        <source>%1 is now the active slave of %2.</source>
        <translation>%1 现在是 %2 的活动成员网卡。</translation>
    </message>
    <message>
        <source>The configuration is kept.</source>
        <extracomment>@info</extracomment>
        <translation>配置已保留。</translation>
    </message>
    <message>
        <source>The deadline was extended.</source>
        <extracomment>@info</extracomment>
        <translation>期限已延长。</translation>
    </message>
    <message>
        <source>Makes a slave the active one (modes 1, 5, 6).</source>
        <extracomment>@info what a command does</extracomment>
        <translation>将一块成员网卡设为活动（模式 1、5、6）。</translation>
    </message>
    <message>
        <source>Done: the configuration is kept.</source>
        <translation>完成：配置已保留。</translation>
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
        <translation>该主机不支持：     %1</translation>
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
        <source>Nothing to do: the files already say so.</source>
        <translation>无需更改：文件内容已经如此。</translation>
    </message>
    <message>
        <source>The originals are in backup %1.</source>
        <translation>原文件保存在备份 %1 中。</translation>
    </message>
    <message>
        <source>There is no bond in these files.</source>
        <translation>这些文件中没有绑定接口。</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>（删除）</translation>
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
        <source>Release %1 does not read ifcfg files; write profiles with --format nm.</source>
        <translation>版本 %1 不再读取 ifcfg 文件；请用 --format nm 生成 NetworkManager 配置。</translation>
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
        <translation>特权助手已不再记得这次更改。</translation>
    </message>
    <message>
        <source>Reverting in %1 s: </source>
        <translation>%1 秒后自动恢复：</translation>
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
        <source>This is a runtime-only setting: it is not written to any file, and needs no confirmation.</source>
        <extracomment>@info</extracomment>
        <translation>这是仅在运行时生效的设置：不写入任何文件，也不需要确认。</translation>
    </message>
    <message>
        <source>name of the slave</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>成员网卡的名称</translation>
    </message>
    <message>
        <source>Recommends a mode for a goal.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>按目标推荐绑定模式。</translation>
    </message>
    <message>
        <source>one of %1</source>
        <extracomment>@info what an argument is, %1 a list of values
----------
@info what an option does, %1 a list of values</extracomment>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>The plan&apos;s member “%1” is not known and was ignored.</source>
        <translation>方案中的成员“%1”无法识别，已忽略。</translation>
    </message>
    <message>
        <source>Creates or changes a bond by a plan; reverts unless confirmed.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>按方案创建或修改绑定接口；不确认则自动恢复。</translation>
    </message>
    <message>
        <source>On a terminal it shows the differences and asks, then counts down and takes the answer; elsewhere it ends as soon as the change runs, and “bondctl confirm” keeps it.</source>
        <extracomment>@info</extracomment>
        <translation>在终端上先显示差异并询问，随后倒计时等待答复；不在终端上时，更改生效后立即结束，用“bondctl confirm”保留更改。</translation>
    </message>
    <message>
        <source>Lists the backups of configuration files.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出配置文件的备份。</translation>
    </message>
    <message>
        <source>those below this folder instead of /</source>
        <extracomment>@info what an option does</extracomment>
        <translation>该目录之下的备份，而不是 / 之下的</translation>
    </message>
    <message>
        <source>release of RHEL that the script is for</source>
        <extracomment>@info what an option does</extracomment>
        <translation>脚本所针对的 RHEL 版本</translation>
    </message>
    <message>
        <source>file to write; without it the script is printed</source>
        <extracomment>@info what an option does</extracomment>
        <translation>要写入的文件；不指定则直接输出脚本</translation>
    </message>
    <message>
        <source>Makes one script that does it all on a host without this program.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>生成一个脚本，在没有安装本程序的主机上完成全部操作。</translation>
    </message>
    <message>
        <source>The script reverts its changes unless they are confirmed.</source>
        <extracomment>@info</extracomment>
        <translation>脚本所做的更改如不确认会自动恢复。</translation>
    </message>
    <message>
        <source>address that must answer afterwards</source>
        <extracomment>@info what an option does</extracomment>
        <translation>应用后必须能 ping 通的地址</translation>
    </message>
    <message>
        <source>If the host has a bond of the plan&apos;s name, the plan is checked as a change of that bond.</source>
        <extracomment>@info</extracomment>
        <translation>如果主机上已有与方案同名的绑定接口，则按修改该绑定接口来检查。</translation>
    </message>
    <message>
        <source>the plan changes this bond (for a new name)</source>
        <extracomment>@info what an option does</extracomment>
        <translation>方案修改的是这个绑定接口（用于改名）</translation>
    </message>
    <message>
        <source>“bondctl help” lists the commands.</source>
        <translation>“bondctl help”列出所有命令。</translation>
    </message>
    <message>
        <source>“bondctl help %1” explains its arguments.</source>
        <translation>“bondctl help %1”说明其参数。</translation>
    </message>
    <message>
        <source>the change, as “bondctl status” names it; default: the pending one</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>更改的编号，见“bondctl status”；默认为待确认的更改</translation>
    </message>
    <message>
        <source>%1 takes one of %2, not “%3”.</source>
        <extracomment>@error %1 an option, %2 a list of values, %3 what was given</extracomment>
        <translation>%1 只接受 %2 之一，不接受“%3”。</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3, not “%4”.</source>
        <extracomment>@error %1 an option, %2 and %3 numbers, %4 what was given</extracomment>
        <translation>%1 只接受 %2 到 %3 的整数，不接受“%4”。</translation>
    </message>
    <message>
        <source>%1 takes the IP address of one host, such as 192.0.2.1, not “%2”.</source>
        <extracomment>@error %1 an option, %2 what was given</extracomment>
        <translation>%1 需要一台主机的 IP 地址，例如 192.0.2.1，不接受“%2”。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <extracomment>@error %1 an option or an argument</extracomment>
        <translation>%1 为空。</translation>
    </message>
    <message>
        <source>There is no option %1 for “%2”.</source>
        <extracomment>@error %1 an option, %2 a command</extracomment>
        <translation>“%2”没有选项 %1。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <extracomment>@info hint, %1 a name</extracomment>
        <translation>您是否想输入“%1”？</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <extracomment>@error %1 an option</extracomment>
        <translation>%1 不带值。</translation>
    </message>
    <message>
        <source>“%1” needs %2 %3.</source>
        <extracomment>@error %1 a command, %2 an option with its value</extracomment>
        <translation>“%1”需要 %2 %3。</translation>
    </message>
    <message>
        <source>--%1 and %2 cannot be combined.</source>
        <extracomment>@error %1 and %2 options</extracomment>
        <translation>--%1 与 %2 不能同时使用。</translation>
    </message>
    <message>
        <source>%1 can be given only once.</source>
        <extracomment>@error %1 an option</extracomment>
        <translation>%1 只能指定一次。</translation>
    </message>
    <message>
        <source>“%1” needs %2: %3.</source>
        <extracomment>@error %1 a command, %2 an argument such as BOND, %3 what that is</extracomment>
        <translation>“%1”需要 %2：%3。</translation>
    </message>
    <message>
        <source>“%1” takes no argument “%2” here.</source>
        <extracomment>@error %1 a command, %2 an argument</extracomment>
        <translation>“%1”在此处不接受参数“%2”。</translation>
    </message>
    <message>
        <source>service that makes the change; default auto: the one in charge of this host</source>
        <extracomment>@info what an option does</extracomment>
        <translation>执行更改的服务；默认 auto：由负责本机网络的服务执行</translation>
    </message>
    <message>
        <source>seconds until it reverts unless confirmed; default 60</source>
        <extracomment>@info what an option does</extracomment>
        <translation>不确认则自动恢复的秒数；默认 60</translation>
    </message>
    <message>
        <source>keep the change as soon as it has been verified</source>
        <extracomment>@info what an option does</extracomment>
        <translation>校验通过后立即保留更改</translation>
    </message>
    <message>
        <source>wait until the change is confirmed elsewhere (0) or reverted (4)</source>
        <extracomment>@info what an option does</extracomment>
        <translation>等待更改在别处被确认（0）或被撤销（4）</translation>
    </message>
    <message>
        <source>end as soon as the change runs; this is the default without a terminal</source>
        <extracomment>@info what an option does</extracomment>
        <translation>更改生效后立即结束；没有终端时即为默认</translation>
    </message>
    <message>
        <source>do not ask before the change</source>
        <extracomment>@info what an option does</extracomment>
        <translation>更改前不询问</translation>
    </message>
    <message>
        <source>show what would change, and change nothing</source>
        <extracomment>@info what an option does</extracomment>
        <translation>只显示将要更改的内容，不做任何更改</translation>
    </message>
    <message>
        <source>Fix the errors named above and try again.</source>
        <translation>请先改正上面列出的错误再试。</translation>
    </message>
    <message>
        <source>Apply this? It reverts after %1 s unless you keep it. Type “yes”: </source>
        <translation>是否应用？若不保留，%1 秒后自动恢复。请输入“yes”：</translation>
    </message>
    <message>
        <source>NIC</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>“%1” holds no copy of /proc/net/bonding.</source>
        <extracomment>@error %1 a file or folder</extracomment>
        <translation>“%1”中没有 /proc/net/bonding 的副本。</translation>
    </message>
    <message>
        <source>Give the files themselves, their folder, or a support report that has proc/net/bonding.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请给出这些文件、它们所在的目录，或含有 proc/net/bonding 的支持报告。</translation>
    </message>
    <message>
        <source>“%1” is read as the %2 of a host.</source>
        <extracomment>@info %1 a folder, %2 a path such as /etc</extracomment>
        <translation>把“%1”当作主机的 %2 读取。</translation>
    </message>
    <message>
        <source>“%1” is read.</source>
        <extracomment>@info %1 a folder</extracomment>
        <translation>读取“%1”。</translation>
    </message>
    <message>
        <source>There is no “etc” in “%1”: point --root at the folder that holds it.</source>
        <extracomment>@info %1 a folder</extracomment>
        <translation>“%1”中没有“etc”：请让 --root 指向含有它的目录。</translation>
    </message>
    <message>
        <source>“%1” holds no log of the kernel.</source>
        <extracomment>@error %1 a file or folder</extracomment>
        <translation>“%1”中没有内核日志。</translation>
    </message>
    <message>
        <source>Give a file that “dmesg” or “journalctl -k” wrote, or a support report.</source>
        <extracomment>@info what to do; names of programs</extracomment>
        <translation>请给出由“dmesg”或“journalctl -k”写出的文件，或支持报告。</translation>
    </message>
    <message>
        <source>The change runs. It reverts in %1 s unless confirmed:</source>
        <translation>更改已生效。如不确认，%1 秒后自动恢复：</translation>
    </message>
    <message>
        <source>Keep this configuration? Type “yes” to keep it, “no” to revert it now.</source>
        <translation>是否保留此配置？输入“yes”保留，输入“no”立即撤销。</translation>
    </message>
    <message>
        <source>Reverted: everything is as it was before.</source>
        <translation>已撤销：一切与更改前相同。</translation>
    </message>
    <message>
        <source>a plan file, or - for standard input</source>
        <extracomment>@info what the argument PLAN is</extracomment>
        <translation>方案文件，或用 - 表示标准输入</translation>
    </message>
    <message>
        <source>name of the bond</source>
        <extracomment>@info what the argument BOND is</extracomment>
        <translation>绑定接口的名称</translation>
    </message>
    <message>
        <source>print JSON, as docs/json.md describes it</source>
        <extracomment>@info what an option does</extracomment>
        <translation>输出 JSON，格式见 docs/json.md</translation>
    </message>
    <message>
        <source>leave this host out of it</source>
        <extracomment>@info what an option does</extracomment>
        <translation>不考虑本机</translation>
    </message>
    <message>
        <source>print what would change, and write nothing</source>
        <extracomment>@info what an option does</extracomment>
        <translation>只输出将要更改的内容，不写入</translation>
    </message>
    <message>
        <source>release of RHEL that reads the files</source>
        <extracomment>@info what an option does</extracomment>
        <translation>读取这些文件的 RHEL 版本</translation>
    </message>
    <message>
        <source>service that reads the ifcfg files</source>
        <extracomment>@info what an option does</extracomment>
        <translation>读取 ifcfg 文件的服务</translation>
    </message>
    <message>
        <source>time between two readings of the counters, in ms</source>
        <extracomment>@info what an option does</extracomment>
        <translation>两次读取计数器的间隔（ms）</translation>
    </message>
    <message>
        <source>end after so many seconds</source>
        <extracomment>@info what an option does</extracomment>
        <translation>经过指定秒数后结束</translation>
    </message>
    <message>
        <source>Keeps the pending change; also from a second terminal.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>保留待确认的更改；也可在另一个终端执行。</translation>
    </message>
    <message>
        <source>Lines of the bonding driver that were not understood:</source>
        <extracomment>@title above lines of a log, as they are</extracomment>
        <translation>无法识别的 bonding 驱动日志行：</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>@info %n lines of a log</extracomment>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>a moment (2026-11-22T13:00) or how long ago (30m, 2h, 7d); default 7d</source>
        <extracomment>@info what an option does</extracomment>
        <translation>时刻（2026-11-22T13:00）或多久以前（30m、2h、7d）；默认 7d</translation>
    </message>
    <message>
        <source>only events of this bond</source>
        <extracomment>@info what an option does</extracomment>
        <translation>只列出该绑定接口的事件</translation>
    </message>
    <message>
        <source>a saved log (dmesg, journalctl), “-”, or a support report (folder or tar archive) instead of this host&apos;s events</source>
        <extracomment>@info what an option does</extracomment>
        <translation>保存的日志（dmesg、journalctl）、“-”或支持报告（目录或 tar 归档），而不是本机的事件</translation>
    </message>
    <message>
        <source>Extends the confirmation deadline, once.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>延长确认时限，仅限一次。</translation>
    </message>
    <message>
        <source>See this host</source>
        <extracomment>@title group of commands</extracomment>
        <translation>查看本机</translation>
    </message>
    <message>
        <source>Plan a bond</source>
        <extracomment>@title group of commands</extracomment>
        <translation>规划绑定接口</translation>
    </message>
    <message>
        <source>Change this host; reverts unless confirmed</source>
        <extracomment>@title group of commands</extracomment>
        <translation>更改本机；不确认则自动恢复</translation>
    </message>
    <message>
        <source>Decide about a pending change</source>
        <extracomment>@title group of commands</extracomment>
        <translation>答复待确认的更改</translation>
    </message>
    <message>
        <source>Configuration files, and other hosts</source>
        <extracomment>@title group of commands</extracomment>
        <translation>配置文件与其他主机</translation>
    </message>
    <message>
        <source>“bondctl help COMMAND” explains a command, “bondctl help --all” lists them with a line each.</source>
        <extracomment>@info</extracomment>
        <translation>“bondctl help 命令”说明一个命令，“bondctl help --all”逐行列出所有命令。</translation>
    </message>
    <message>
        <source>For example:</source>
        <translation>例如：</translation>
    </message>
    <message>
        <source>Examples:</source>
        <extracomment>@info before command lines</extracomment>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Lists the commands, or explains one.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出所有命令，或说明其中一个。</translation>
    </message>
    <message>
        <source>name of a command</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>命令名</translation>
    </message>
    <message>
        <source>list all commands with a line each</source>
        <extracomment>@info what an option does</extracomment>
        <translation>逐行列出所有命令</translation>
    </message>
    <message>
        <source>print the commands as the manual page has them (roff)</source>
        <extracomment>@info what an option does</extracomment>
        <translation>按手册页的格式（roff）输出命令</translation>
    </message>
    <message>
        <source>Lists the bonds and the NICs.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出绑定接口和网卡。</translation>
    </message>
    <message>
        <source>format to write</source>
        <extracomment>@info what an option does</extracomment>
        <translation>要写入的格式</translation>
    </message>
    <message>
        <source>Prints a bond&apos;s files in the other format, or moves the bond there below a folder.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>以另一种格式输出绑定接口的文件，或在某个目录之下把绑定接口迁移过去。</translation>
    </message>
    <message>
        <source>What has no equivalent in the other format is named.</source>
        <extracomment>@info</extracomment>
        <translation>在另一种格式中没有对应写法的内容会逐一列出。</translation>
    </message>
    <message>
        <source>write below this folder; without it the files are only printed</source>
        <extracomment>@info what an option does</extracomment>
        <translation>写入该目录之下；不指定则只输出文件内容</translation>
    </message>
    <message>
        <source>host to ping; default: the bonds&apos; gateways</source>
        <extracomment>@info what an option does</extracomment>
        <translation>要 ping 的主机；默认为各绑定接口的网关</translation>
    </message>
    <message>
        <source>do not ping</source>
        <extracomment>@info what an option does</extracomment>
        <translation>不 ping</translation>
    </message>
    <message>
        <source>Monitors bonds live: traffic, failovers, and how long they took.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>实时监视绑定接口：流量、故障切换及其耗时。</translation>
    </message>
    <message>
        <source>bonds to monitor; default: all</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>要监视的绑定接口；默认全部</translation>
    </message>
    <message>
        <source>time between two pings, in ms</source>
        <extracomment>@info what an option does</extracomment>
        <translation>两次 ping 的间隔（ms）</translation>
    </message>
    <message>
        <source>play a recording instead of this host</source>
        <extracomment>@info what an option does</extracomment>
        <translation>播放录制文件，而不是显示本机</translation>
    </message>
    <message>
        <source>of the replay: 1 as recorded, 10 ten times as fast, 0 at once</source>
        <extracomment>@info what an option does</extracomment>
        <translation>播放速度：1 为原速，10 为十倍速，0 为立即播完</translation>
    </message>
    <message>
        <source>Lists the NICs and what they are used for.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出网卡及其用途。</translation>
    </message>
    <message>
        <source>changes only while the bond has no slaves</source>
        <extracomment>@item when an option may be changed</extracomment>
        <translation>仅当绑定接口没有成员网卡时可更改</translation>
    </message>
    <message>
        <source>changes only while the bond is down and has no slaves</source>
        <extracomment>@item when an option may be changed</extracomment>
        <translation>仅当绑定接口已停用且没有成员网卡时可更改</translation>
    </message>
    <message>
        <source> (each slave)</source>
        <translation>（每个成员网卡）</translation>
    </message>
    <message>
        <source>only those that act in this mode</source>
        <extracomment>@info what an option does</extracomment>
        <translation>只列出在该模式下起作用的选项</translation>
    </message>
    <message>
        <source>Prints the bonds of the configuration files as plans.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>把配置文件中的绑定接口输出为方案。</translation>
    </message>
    <message>
        <source>read only files of this format</source>
        <extracomment>@info what an option does</extracomment>
        <translation>只读取这种格式的文件</translation>
    </message>
    <message>
        <source>read below this folder, or in this support report, instead of /</source>
        <extracomment>@info what an option does</extracomment>
        <translation>从该目录之下或该支持报告中读取，而不是 /</translation>
    </message>
    <message>
        <source>Records the bonds, their traffic and pings into a file that “monitor --replay” plays.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>把绑定接口的状态、流量和 ping 录制到文件，供“monitor --replay”播放。</translation>
    </message>
    <message>
        <source>file to write</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Removes a bond; its NICs get their former configuration back.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>删除绑定接口；其网卡恢复原来的配置。</translation>
    </message>
    <message>
        <source>Prints a plan&apos;s configuration files, or writes them below a folder.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>输出方案对应的配置文件，或写入某个目录之下。</translation>
    </message>
    <message>
        <source>Without --format, the release found below the folder decides.</source>
        <extracomment>@info</extracomment>
        <translation>不指定 --format 时，由该目录下识别到的系统版本决定。</translation>
    </message>
    <message>
        <source>Restores the files of a backup, on this host or below a folder.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>恢复备份中的文件，恢复到本机或某个目录之下。</translation>
    </message>
    <message>
        <source>a backup; “bondctl backups” lists them</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>备份编号；用“bondctl backups”列出</translation>
    </message>
    <message>
        <source>restore below this folder, without the helper</source>
        <extracomment>@info what an option does</extracomment>
        <translation>恢复到该目录之下，不经过特权助手</translation>
    </message>
    <message>
        <source>Reverts the pending change now.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>立即撤销待确认的更改。</translation>
    </message>
    <message>
        <source>The change is being reverted.</source>
        <extracomment>@info</extracomment>
        <translation>正在撤销更改。</translation>
    </message>
    <message>
        <source>Serves this host to a Bondwright elsewhere, over standard input and output.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>通过标准输入输出，把本机提供给别处的 Bondwright。</translation>
    </message>
    <message>
        <source>It is what “ssh HOST bondctl serve --stdio” starts. It has the rights of its user: changes go through the helper, and polkit&apos;s questions are passed on.</source>
        <extracomment>@info</extracomment>
        <translation>这就是“ssh 主机 bondctl serve --stdio”所启动的程序。它只有其用户的权限：更改经由特权助手执行，polkit 的询问会转给对方。</translation>
    </message>
    <message>
        <source>the protocol&apos;s only way so far, and the default</source>
        <extracomment>@info what an option does</extracomment>
        <translation>目前唯一的协议通道，也是默认值</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>@status of a slave in a table: whether it carries traffic cannot be told</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>LACP: unknown without root.</source>
        <extracomment>@info in place of the LACP states of each slave</extracomment>
        <translation>LACP：没有 root 权限，无法得知。</translation>
    </message>
    <message>
        <source>Lines that were not understood:</source>
        <extracomment>@title above lines of a file, as they are</extracomment>
        <translation>无法识别的行：</translation>
    </message>
    <message>
        <source>“show” needs either BOND or --proc FILE.</source>
        <extracomment>@error</extracomment>
        <translation>“show”需要 BOND 或 --proc FILE 之一。</translation>
    </message>
    <message>
        <source>Shows one bond: state, slaves, LACP, all options.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>显示一个绑定接口：状态、成员网卡、LACP 和全部选项。</translation>
    </message>
    <message>
        <source>name of the bond; with --proc also more files</source>
        <extracomment>@info what the argument BOND is</extracomment>
        <translation>绑定接口的名称；使用 --proc 时也可以是更多文件</translation>
    </message>
    <message>
        <source>copies of /proc/net/bonding instead of a bond of this host: a file, “-”, a folder, or a support report (folder or tar archive)</source>
        <extracomment>@info what an option does</extracomment>
        <translation>/proc/net/bonding 的副本，而不是本机的绑定接口：文件、“-”、目录，或支持报告（目录或 tar 归档）</translation>
    </message>
    <message>
        <source>Shows what the helper finds on this host, and the pending change.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>显示特权助手对本机的识别结果和待确认的更改。</translation>
    </message>
    <message>
        <source>Writes the switch&apos;s side of a plan.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>生成方案对应的交换机侧配置。</translation>
    </message>
    <message>
        <source>host to ping: the outage is measured with it</source>
        <extracomment>@info what an option does</extracomment>
        <translation>要 ping 的主机：用它测量中断时长</translation>
    </message>
    <message>
        <source>test only this slave; default: all</source>
        <extracomment>@info what an option does</extracomment>
        <translation>只测试该成员网卡；默认全部</translation>
    </message>
    <message>
        <source>Tests the failover of a bond, by pulling cables or automatically.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>测试绑定接口的故障切换：手动拔线或自动进行。</translation>
    </message>
    <message>
        <source>Every cable is pulled in turn, and the outage is judged. With --auto the helper takes the links down and up.</source>
        <extracomment>@info</extracomment>
        <translation>依次拔下每根网线并评判中断时长。使用 --auto 时由特权助手断开和恢复链路。</translation>
    </message>
    <message>
        <source>take the links down instead of waiting for pulled cables</source>
        <extracomment>@info what an option does</extracomment>
        <translation>主动断开链路，而不是等待拔线</translation>
    </message>
    <message>
        <source>longest outage that passes, in ms</source>
        <extracomment>@info what an option does</extracomment>
        <translation>可通过的最长中断（ms）</translation>
    </message>
    <message>
        <source>write a report: .html, .json, or .pdf (made by bondwright)</source>
        <extracomment>@info what an option does</extracomment>
        <translation>写出报告：.html、.json 或 .pdf（由 bondwright 生成）</translation>
    </message>
    <message>
        <source>%1 is a slave of %2 already.</source>
        <extracomment>@error %1 a NIC, %2 a bond</extracomment>
        <translation>%1 已经是 %2 的成员网卡。</translation>
    </message>
    <message>
        <source>Adds NICs to a bond; reverts unless confirmed.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>向绑定接口添加网卡；不确认则自动恢复。</translation>
    </message>
    <message>
        <source>NICs to add</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>要添加的网卡</translation>
    </message>
    <message>
        <source>rehearse the plan first, and change nothing if it fails</source>
        <extracomment>@info what an option does</extracomment>
        <translation>先预演方案，失败则不做任何更改</translation>
    </message>
    <message>
        <source>%1 takes the name of an interface, not “%2”.</source>
        <extracomment>@error %1 an option, %2 what was given</extracomment>
        <translation>%1 需要接口名，不接受“%2”。</translation>
    </message>
    <message>
        <source>%1 takes up to 16 IPv4 addresses separated by commas, not “%2”.</source>
        <extracomment>@error %1 an option, %2 what was given</extracomment>
        <translation>%1 最多接受 16 个以逗号分隔的 IPv4 地址，不接受“%2”。</translation>
    </message>
    <message>
        <source>%1 takes up to 16 IPv6 addresses separated by commas, not “%2”.</source>
        <extracomment>@error %1 an option, %2 what was given</extracomment>
        <translation>%1 最多接受 16 个以逗号分隔的 IPv6 地址，不接受“%2”。</translation>
    </message>
    <message>
        <source>%1 takes a MAC address, not “%2”.</source>
        <extracomment>@error %1 an option, %2 what was given</extracomment>
        <translation>%1 需要 MAC 地址，不接受“%2”。</translation>
    </message>
    <message>
        <source>The mode is not an option of this kind.</source>
        <translation>模式不属于此类选项。</translation>
    </message>
    <message>
        <source>Use --mode, for example: --mode 802.3ad</source>
        <translation>请使用 --mode，例如：--mode 802.3ad</translation>
    </message>
    <message>
        <source>There is no bond option “%1”.</source>
        <translation>没有绑定接口选项“%1”。</translation>
    </message>
    <message>
        <source>“bondctl options” lists them.</source>
        <translation>“bondctl options”可列出全部选项。</translation>
    </message>
    <message>
        <source>“%1” is not of the form NAME=VALUE.</source>
        <translation>“%1”不是 名称=值 的形式。</translation>
    </message>
    <message>
        <source>For example: miimon=100</source>
        <translation>例如：miimon=100</translation>
    </message>
    <message>
        <source>“%1” is a runtime-only setting.</source>
        <translation>“%1”是仅在运行时生效的设置。</translation>
    </message>
    <message>
        <source>“bondctl activate BOND SLAVE” makes a slave the active one.</source>
        <translation>“bondctl activate 绑定接口 成员网卡”可切换活动成员网卡。</translation>
    </message>
    <message>
        <source>“%1” is not an option of a bond.</source>
        <translation>“%1”不是绑定接口的选项。</translation>
    </message>
    <message>
        <source>“bondctl options” says what it belongs to.</source>
        <translation>“bondctl options”说明它属于哪里。</translation>
    </message>
    <message>
        <source>“%1” cannot be set in mode %2.</source>
        <extracomment>@error %1 an option, %2 a mode</extracomment>
        <translation>模式 %2 下不能设置“%1”。</translation>
    </message>
    <message>
        <source>It belongs to: %1.</source>
        <extracomment>@info hint, %1 a list of modes</extracomment>
        <translation>它适用于：%1。</translation>
    </message>
    <message>
        <source>miimon and arp_interval cannot be combined: links are monitored by MII or by ARP.</source>
        <translation>miimon 与 arp_interval 不能同时使用：链路要么用 MII 监测，要么用 ARP 监测。</translation>
    </message>
    <message>
        <source>--ip takes an address with its prefix length, not “%1”.</source>
        <translation>--ip 需要带前缀长度的地址，不接受“%1”。</translation>
    </message>
    <message>
        <source>For example: --ip 192.0.2.10/24</source>
        <translation>例如：--ip 192.0.2.10/24</translation>
    </message>
    <message>
        <source>%1 takes an IP address, not “%2”.</source>
        <extracomment>@error %1 an option, %2 what was given</extracomment>
        <translation>%1 需要 IP 地址，不接受“%2”。</translation>
    </message>
    <message>
        <source>A bond has one gateway of each family.</source>
        <translation>绑定接口的每个地址族只有一个网关。</translation>
    </message>
    <message>
        <source>bonding mode, by name or number</source>
        <extracomment>@info what an option does</extracomment>
        <translation>绑定模式，名称或编号</translation>
    </message>
    <message>
        <source>address with its prefix length, IPv4 or IPv6</source>
        <extracomment>@info what an option does</extracomment>
        <translation>带前缀长度的地址，IPv4 或 IPv6</translation>
    </message>
    <message>
        <source>default gateway</source>
        <extracomment>@info what an option does</extracomment>
        <translation>默认网关</translation>
    </message>
    <message>
        <source>DNS server</source>
        <extracomment>@info what an option does</extracomment>
        <translation>DNS 服务器</translation>
    </message>
    <message>
        <source>get IPv4 addresses by DHCP</source>
        <extracomment>@info what an option does</extracomment>
        <translation>通过 DHCP 获取 IPv4 地址</translation>
    </message>
    <message>
        <source>get IPv6 addresses from routers and DHCPv6</source>
        <extracomment>@info what an option does</extracomment>
        <translation>通过路由器通告和 DHCPv6 获取 IPv6 地址</translation>
    </message>
    <message>
        <source>no addresses, for a bond below a bridge or VLANs</source>
        <extracomment>@info what an option does</extracomment>
        <translation>不配置地址，用于网桥或 VLAN 之下的绑定接口</translation>
    </message>
    <message>
        <source>largest packet in bytes</source>
        <extracomment>@info what an option does</extracomment>
        <translation>最大数据包（字节）</translation>
    </message>
    <message>
        <source>an option of the driver; an empty value resets it</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>驱动的选项；值为空则恢复默认</translation>
    </message>
    <message>
        <source>“%1” has no effect while links are monitored by ARP.</source>
        <translation>用 ARP 监测链路时“%1”不起作用。</translation>
    </message>
    <message>
        <source>“%1” has no effect while links are monitored by MII.</source>
        <translation>用 MII 监测链路时“%1”不起作用。</translation>
    </message>
    <message>
        <source>Use miimon instead of arp_interval, for example: miimon=100</source>
        <translation>请用 miimon 代替 arp_interval，例如：miimon=100</translation>
    </message>
    <message>
        <source>Set arp_interval too, for example: arp_interval=1000</source>
        <translation>请同时设置 arp_interval，例如：arp_interval=1000</translation>
    </message>
    <message>
        <source>print the plan as JSON, and change nothing</source>
        <extracomment>@info what an option does</extracomment>
        <translation>以 JSON 输出方案，不做任何更改</translation>
    </message>
    <message>
        <source>There is no NIC %1.</source>
        <extracomment>@error %1 is a name</extracomment>
        <translation>没有网卡 %1。</translation>
    </message>
    <message>
        <source>“bondctl nics” lists them.</source>
        <extracomment>@info hint</extracomment>
        <translation>“bondctl nics”列出所有网卡。</translation>
    </message>
    <message>
        <source>Nothing to do: %1 is configured like that already.</source>
        <extracomment>@info %1 a bond</extracomment>
        <translation>无需更改：%1 的配置已经如此。</translation>
    </message>
    <message>
        <source>Proposes how a command line goes on, for the shells&apos; completion.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>为 shell 补全提供命令行的后续候选。</translation>
    </message>
    <message>
        <source>the words after “bondctl”, up to the one to complete</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>“bondctl”之后的各个词，直到要补全的那一个</translation>
    </message>
    <message>
        <source>%1 gets its addresses automatically, as %2 did.</source>
        <translation>%1 自动获取地址，与 %2 之前一样。</translation>
    </message>
    <message>
        <source>%1 takes over %2 from %3.</source>
        <translation>%1 从 %3 接管 %2。</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <extracomment>@error %1 an interface</extracomment>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>“bondctl set %1 …” changes it.</source>
        <extracomment>@info hint, %1 a bond</extracomment>
        <translation>“bondctl set %1 …”可修改它。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>NIC to bond; the first gives the bond its MAC address</source>
        <extracomment>@info what an option does</extracomment>
        <translation>要绑定的网卡；第一块决定绑定接口的 MAC 地址</translation>
    </message>
    <message>
        <source>Creates a bond; reverts unless confirmed.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>创建绑定接口；不确认则自动恢复。</translation>
    </message>
    <message>
        <source>Without --mode it is active-backup, and links are monitored every 100 ms. Without addresses it takes over those of the NICs, or uses DHCP. The differences are shown before anything changes.</source>
        <extracomment>@info</extracomment>
        <translation>不指定 --mode 时为 active-backup，每 100 ms 监测链路。不指定地址时接管网卡的地址，或使用 DHCP。更改之前会显示差异。</translation>
    </message>
    <message>
        <source>name of the new bond</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>新绑定接口的名称</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <extracomment>@error</extracomment>
        <translation>无法写入标准输出。</translation>
    </message>
    <message>
        <source>print an object of the plans and of all that is wrong with the files, as JSON</source>
        <extracomment>@info what an option does</extracomment>
        <translation>以 JSON 输出一个对象，含各方案及文件中的所有问题</translation>
    </message>
    <message>
        <source>No cable was pulled, so there is no failover report to write.</source>
        <translation>没有拔过网线，因此没有故障切换报告可写。</translation>
    </message>
    <message>
        <source>--report FILE.json writes what there is.</source>
        <translation>--report FILE.json 可写出已有的内容。</translation>
    </message>
    <message>
        <source>Tries a plan in this kernel without touching the host; exits with 1 if it does not work.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>在本机内核中试行方案而不触动主机；不可行时以 1 退出。</translation>
    </message>
    <message>
        <source>what the cables lead to; default: what the mode needs, and what others show</source>
        <extracomment>@info what an option does</extracomment>
        <translation>网线接到什么；默认：模式所需的交换机，以及其他交换机的表现</translation>
    </message>
    <message>
        <source>%1 is not a slave of %2.</source>
        <extracomment>@error %1 a NIC, %2 a bond</extracomment>
        <translation>%1 不是 %2 的成员网卡。</translation>
    </message>
    <message>
        <source>%1 would be left without a slave.</source>
        <extracomment>@error %1 a bond</extracomment>
        <translation>%1 将没有任何成员网卡。</translation>
    </message>
    <message>
        <source>“bondctl remove %1” removes the bond.</source>
        <extracomment>@info hint, %1 a bond</extracomment>
        <translation>“bondctl remove %1”删除该绑定接口。</translation>
    </message>
    <message>
        <source>Removes slaves from a bond; reverts unless confirmed.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>从绑定接口移除成员网卡；不确认则自动恢复。</translation>
    </message>
    <message>
        <source>A slave that was the primary one is no longer preferred.</source>
        <extracomment>@info</extracomment>
        <translation>若移除的是首选网卡，则不再有首选。</translation>
    </message>
    <message>
        <source>slaves to remove</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>要移除的成员网卡</translation>
    </message>
    <message>
        <source>“set” needs something to set, for example: miimon=100</source>
        <extracomment>@error</extracomment>
        <translation>“set”需要指定要设置的内容，例如：miimon=100</translation>
    </message>
    <message>
        <source>Changes the options or addresses of a bond; reverts unless confirmed.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>修改绑定接口的选项或地址；不确认则自动恢复。</translation>
    </message>
    <message>
        <source>It edits the bond as it is configured, or as it runs if it is not configured. The differences are shown before anything changes.</source>
        <extracomment>@info</extracomment>
        <translation>以绑定接口的配置为准进行修改；没有配置时以运行状态为准。更改之前会显示差异。</translation>
    </message>
    <message>
        <source>another host, reached by ssh</source>
        <extracomment>@info what an option does</extracomment>
        <translation>通过 ssh 连接的另一台主机</translation>
    </message>
    <message>
        <source>--rehearse tries the plan on this computer&apos;s kernel, not on another host&apos;s.</source>
        <extracomment>@error</extracomment>
        <translation>--rehearse 在本机内核中预演方案，而不是在另一台主机上。</translation>
    </message>
    <message>
        <source>Rehearse it there: ssh %1 bondctl rehearse - &lt; PLAN</source>
        <extracomment>@info what to do, a command</extracomment>
        <translation>请在那台主机上预演：ssh %1 bondctl rehearse - &lt; PLAN</translation>
    </message>
    <message>
        <source>(damaged)</source>
        <extracomment>@label mark of a backup</extracomment>
        <translation>（已损坏）</translation>
    </message>
    <message>
        <source>%1 takes a host as ssh does, such as srv1 or root@192.0.2.1, not “%2”.</source>
        <extracomment>@error %1 an option, %2 what was given</extracomment>
        <translation>%1 需要 ssh 形式的主机名，例如 srv1 或 root@192.0.2.1，而不是“%2”。</translation>
    </message>
    <message>
        <source>“%1” works on this computer only: leave --host out.</source>
        <extracomment>@error %1 a command</extracomment>
        <translation>“%1”只能在本机使用：请去掉 --host。</translation>
    </message>
    <message>
        <source>To have it there: ssh HOST bondctl %1 …</source>
        <extracomment>@info what to do, a command line</extracomment>
        <translation>如需在那台主机上执行：ssh HOST bondctl %1 …</translation>
    </message>
    <message>
        <source>SWITCH PORT</source>
        <translation>交换机端口</translation>
    </message>
    <message>
        <source>Or let the helper do it, which may ask for a password:</source>
        <extracomment>@info a command follows</extracomment>
        <translation>也可以由特权助手完成，可能会要求输入密码：</translation>
    </message>
    <message>
        <source>%1 asks for a password, and there is no terminal to ask on: %2</source>
        <extracomment>@error %1 a host, %2 a sentence of polkit&apos;s</extracomment>
        <translation>%1 要求输入密码，但没有可供输入的终端：%2</translation>
    </message>
    <message>
        <source>Authentication is required on %1: %2</source>
        <extracomment>@info %1 a host, %2 a sentence of polkit&apos;s</extracomment>
        <translation>%1 需要身份验证：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>@info %1 a user&apos;s name, %2 what is asked, such as “Password: ”</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>It reverts unless it was confirmed. See “%1 status”.</source>
        <translation>如果尚未确认，它会自动恢复。参见“%1 status”。</translation>
    </message>
    <message>
        <source>The change runs. Another terminal can answer too: %1 confirm %2</source>
        <translation>更改正在进行。也可以在另一个终端中确认：%1 confirm %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached. It reverts the change by itself; waiting for it…</source>
        <extracomment>@info %1 a host</extracomment>
        <translation>无法连接 %1。它会自行恢复更改；正在等待…</translation>
    </message>
    <message>
        <source>%1 did not come back.</source>
        <extracomment>@info %1 a host</extracomment>
        <translation>%1 没有恢复连接。</translation>
    </message>
    <message>
        <source>Usage: bondctl [--lang en|zh_CN] [--host HOST] COMMAND [ARGUMENT …]</source>
        <extracomment>@info</extracomment>
        <translation>用法：bondctl [--lang en|zh_CN] [--host 主机] 命令 [参数 …]</translation>
    </message>
    <message>
        <source>“--host HOST” works on another host, reached by ssh.</source>
        <translation>“--host 主机”通过 ssh 在另一台主机上操作。</translation>
    </message>
    <message>
        <source>--lang needs a language, one of: %1.</source>
        <translation>--lang 需要指定语言，可选：%1。</translation>
    </message>
    <message>
        <source>Prints what there is to measure of the bonds, as OpenMetrics text.</source>
        <extracomment>@info what a command does; OpenMetrics is a format</extracomment>
        <translation>以 OpenMetrics 文本输出绑定接口的各项指标。</translation>
    </message>
    <message>
        <source>write it to this file, for the textfile collector of node_exporter</source>
        <extracomment>@info what an option does; node_exporter is a program</extracomment>
        <translation>写入该文件，供 node_exporter 的 textfile 收集器读取</translation>
    </message>
    <message>
        <source>The bond is in that format already.</source>
        <translation>该绑定接口已经是这种格式。</translation>
    </message>
    <message>
        <source>format to read; default: the first that knows the bond</source>
        <extracomment>@info what an option does</extracomment>
        <translation>要读取的格式；默认：第一个包含该绑定接口的格式</translation>
    </message>
    <message>
        <source>The host has no bondctl: it is polled twice a second (±0.5 s).</source>
        <extracomment>@info</extracomment>
        <translation>该主机没有 bondctl：每秒轮询两次（±0.5 秒）。</translation>
    </message>
    <message>
        <source>The bond is set up in network namespaces of its own, with virtual NICs and a virtual switch, and every cable is pulled once. It needs no privileges, except with --helper.</source>
        <extracomment>@info</extracomment>
        <translation>绑定接口建立在独立的网络命名空间中，使用虚拟网卡和虚拟交换机，每根网线各拔插一次。除 --helper 外不需要任何特权。</translation>
    </message>
    <message>
        <source>let the helper make the namespaces, and load the driver if it is not loaded</source>
        <extracomment>@info what an option does</extracomment>
        <translation>由特权助手创建命名空间，并在驱动未加载时加载驱动</translation>
    </message>
    <message>
        <source>Gives a bond another name; reverts unless confirmed.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>重命名绑定接口；未确认则自动恢复。</translation>
    </message>
    <message>
        <source>The bond of the old name goes as the new one comes, with the same NICs and addresses; VLANs that are called after it are renamed too. Connections pause for a few seconds.</source>
        <extracomment>@info</extracomment>
        <translation>旧名称的绑定接口由新名称的取代，网卡和地址不变；以它命名的 VLAN 也随之改名。连接会中断几秒钟。</translation>
    </message>
    <message>
        <source>its new name</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>新名称</translation>
    </message>
    <message>
        <source>--host and %1 cannot be combined.</source>
        <translation>--host 和 %1 不能同时使用。</translation>
    </message>
    <message>
        <source>--batches takes numbers of hosts and shares, such as 1,10%,50%.</source>
        <translation>--batches 需要主机数或百分比，例如 1,10%,50%。</translation>
    </message>
    <message>
        <source>--failover-limit needs --ping.</source>
        <translation>--failover-limit 需要 --ping。</translation>
    </message>
    <message>
        <source>Ending now. A change that is not confirmed is reverted by its host.</source>
        <translation>立即结束。未确认的更改由主机自行恢复。</translation>
    </message>
    <message>
        <source>No further batch begins. Interrupt again to end now.</source>
        <translation>不再开始下一批。再次中断则立即结束。</translation>
    </message>
    <message>
        <source>--report writes .html or .json.</source>
        <translation>--report 只能写入 .html 或 .json。</translation>
    </message>
    <message>
        <source>Ansible&apos;s inventory: a file, a script, a folder, or a list “a,b,”</source>
        <extracomment>@info what an option does</extracomment>
        <translation>Ansible 主机清单：文件、脚本、文件夹或列表“a,b,”</translation>
    </message>
    <message>
        <source>stop at a host that cannot rehearse</source>
        <extracomment>@info what an option does</extracomment>
        <translation>遇到无法预演的主机即停止</translation>
    </message>
    <message>
        <source>do not rehearse</source>
        <extracomment>@info what an option does</extracomment>
        <translation>不预演</translation>
    </message>
    <message>
        <source>Brings a bond to many hosts with Ansible, batch by batch, with a gate after each.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>用 Ansible 将绑定接口分批部署到多台主机，每批之后进行检查。</translation>
    </message>
    <message>
        <source>Every host rehearses the plan, applies it, and keeps it if it can be reached over a new connection. The next batch begins when the bonds of this one are healthy. A host that is cut off reverts by itself. An interrupt (Ctrl+C) lets the batch end and begins no other.</source>
        <extracomment>@info</extracomment>
        <translation>每台主机先预演方案，再应用；能够通过新连接访问时才保留。本批的绑定接口都正常后才开始下一批。失去连接的主机自行恢复。中断（Ctrl+C）会等本批完成，不再开始下一批。</translation>
    </message>
    <message>
        <source>only these hosts or groups of it</source>
        <extracomment>@info what an option does</extracomment>
        <translation>仅清单中的这些主机或组</translation>
    </message>
    <message>
        <source>hosts at once; default: 1,10%,50%</source>
        <extracomment>@info what an option does</extracomment>
        <translation>每批主机数；默认：1,10%,50%</translation>
    </message>
    <message>
        <source>rehearse and show what would change, and change nothing</source>
        <extracomment>@info what an option does</extracomment>
        <translation>预演并显示将会改动的内容，不作任何改动</translation>
    </message>
    <message>
        <source>rule that names the NICs on each host, as JSON</source>
        <extracomment>@info what an option does</extracomment>
        <translation>在每台主机上选定网卡的规则（JSON）</translation>
    </message>
    <message>
        <source>seconds until a host reverts by itself; default: 60</source>
        <extracomment>@info what an option does</extracomment>
        <translation>主机自行恢复前的秒数；默认：60</translation>
    </message>
    <message>
        <source>test each failover, with this longest outage in ms</source>
        <extracomment>@info what an option does</extracomment>
        <translation>测试每次故障切换，允许的最长中断（ms）</translation>
    </message>
    <message>
        <source>ask for the password of sudo on the hosts</source>
        <extracomment>@info what an option does</extracomment>
        <translation>询问各主机上 sudo 的密码</translation>
    </message>
    <message>
        <source>write a report: .html or .json</source>
        <extracomment>@info what an option does</extracomment>
        <translation>写入报告：.html 或 .json</translation>
    </message>
    <message>
        <source>write the playbook, which runs without Bondwright here</source>
        <extracomment>@info what an option does</extracomment>
        <translation>写入 playbook，无需本机的 Bondwright 即可运行</translation>
    </message>
    <message>
        <source>Reverting in %1 s unless confirmed: %2 confirm</source>
        <translation>%1 秒内未确认则自动恢复：%2 confirm</translation>
    </message>
    <message>
        <source>SWITCH</source>
        <translation>交换机</translation>
    </message>
    <message>
        <source>PORT</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>CHASSIS</source>
        <translation>机箱</translation>
    </message>
    <message>
        <source>No switch has announced itself by LLDP within %1 s.</source>
        <extracomment>@info LLDP is a protocol</extracomment>
        <translation>%1 秒内没有交换机通过 LLDP 通告自己。</translation>
    </message>
    <message>
        <source>Lists the switch ports where the cables end, as LLDP tells them.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>按 LLDP 通告列出各网线所接的交换机端口。</translation>
    </message>
    <message>
        <source>Asks NetworkManager, systemd-networkd and lldpd. With --listen the helper listens itself.</source>
        <extracomment>@info names are those of programs</extracomment>
        <translation>询问 NetworkManager、systemd-networkd 和 lldpd。使用 --listen 时由特权助手自行监听。</translation>
    </message>
    <message>
        <source>listen for 35 s, by the helper; needs an administrator</source>
        <extracomment>@info what an option does</extracomment>
        <translation>由特权助手监听 35 秒；需要管理员权限</translation>
    </message>
    <message>
        <source>It cannot say there: %1</source>
        <extracomment>@info:shell %1 names of options</extracomment>
        <translation>那里无法表达：%1</translation>
    </message>
    <message>
        <source>Release %1 reads no ifcfg files.</source>
        <translation>版本 %1 不读取 ifcfg 文件。</translation>
    </message>
    <message>
        <source>Move the bond with “bondctl migrate BOND --to nm”.</source>
        <translation>请用“bondctl migrate BOND --to nm”迁移绑定接口。</translation>
    </message>
    <message>
        <source>POLICY</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>BUSIEST LINK</source>
        <translation>最忙链路</translation>
    </message>
    <message>
        <source>EACH LINK</source>
        <translation>各链路</translation>
    </message>
    <message>
        <source>Counts the flows that a bond sends, and says which xmit_hash_policy would spread them.</source>
        <extracomment>@info what a command does; xmit_hash_policy is an option</extracomment>
        <translation>统计绑定接口发送的流，并说明哪种 xmit_hash_policy 能将其分散。</translation>
    </message>
    <message>
        <source>The helper looks at the headers of what is sent; it asks for an administrator. No address is shown.</source>
        <extracomment>@info</extracomment>
        <translation>特权助手只查看所发报文的头部；需要管理员授权。不显示任何地址。</translation>
    </message>
    <message>
        <source>bond to look at</source>
        <extracomment>@info what an argument is</extracomment>
        <translation>要查看的绑定接口</translation>
    </message>
    <message>
        <source>how long; default: 10</source>
        <extracomment>@info what an option does</extracomment>
        <translation>时长；默认：10</translation>
    </message>
    <message>
        <source>answer one HTTP request on standard input, as bondwright-metrics.socket wants it</source>
        <extracomment>@info what an option does</extracomment>
        <translation>应答标准输入上的一个 HTTP 请求，供 bondwright-metrics.socket 使用</translation>
    </message>
    <message>
        <source>variables of the hosts, as CSV with the hosts in the first column</source>
        <extracomment>@info what an option does</extracomment>
        <translation>各主机的变量（CSV，第一列为主机）</translation>
    </message>
    <message>
        <source>Lists the bonds and their state.</source>
        <extracomment>@info what a command does</extracomment>
        <translation>列出绑定接口及其状态。</translation>
    </message>
    <message>
        <source>This host does not use the format “%1”.</source>
        <translation>该主机不使用“%1”格式。</translation>
    </message>
    <message>
        <source>There is no folder “%1” to write into.</source>
        <translation>没有可以写入的文件夹“%1”。</translation>
    </message>
    <message>
        <source>sudo did not take the password. Run it again and type the password of the user that ssh logs in as.</source>
        <translation>sudo 未接受该密码。请重新运行，并输入 ssh 登录用户的密码。</translation>
    </message>
    <message>
        <source>sudo on the hosts asks for a password. Run it again with --ask-become-pass.</source>
        <translation>主机上的 sudo 需要密码。请加上 --ask-become-pass 重新运行。</translation>
    </message>
    <message>
        <source>“%1” is no file that can be written.</source>
        <extracomment>@error %1 is a path</extracomment>
        <translation>“%1”不是可写入的文件。</translation>
    </message>
    <message>
        <source>The gateway %1 needs an address of its family: --ip.</source>
        <translation>网关 %1 需要同一协议族的地址：--ip。</translation>
    </message>
    <message>
        <source>Where addresses come automatically, the gateway does too.</source>
        <translation>地址自动获取时，网关也自动获取。</translation>
    </message>
    <message>
        <source>There is no bond yet; waiting for one.</source>
        <extracomment>@info</extracomment>
        <translation>目前没有绑定接口；正在等待。</translation>
    </message>
    <message>
        <source>The NIC %1 is given twice.</source>
        <extracomment>@error %1 is a name</extracomment>
        <translation>网卡 %1 指定了两次。</translation>
    </message>
    <message>
        <source>Releases 5 to 9 read ifcfg files; from 10 on use --format nm.</source>
        <extracomment>@info hint</extracomment>
        <translation>5 至 9 版本读取 ifcfg 文件；10 及以后的版本请使用 --format nm。</translation>
    </message>
    <message>
        <source>--host needs a host and a command.</source>
        <extracomment>@error</extracomment>
        <translation>--host 需要主机和命令。</translation>
    </message>
    <message>
        <source>seconds until it reverts unless confirmed; default 120</source>
        <extracomment>@info what an option does</extracomment>
        <translation>未确认时自动恢复前的秒数，默认 120</translation>
    </message>
    <message>
        <source>The host has no Bondwright: whether a service there receives LLDP is not known.</source>
        <extracomment>@info LLDP is a protocol</extracomment>
        <translation>该主机没有 Bondwright：无法得知其上是否有服务接收 LLDP。</translation>
    </message>
    <message>
        <source>No service that this user may ask has heard a switch by LLDP. “bondctl neighbours --listen” listens for %1 s.</source>
        <extracomment>@info LLDP is a protocol, the quoted words a command line</extracomment>
        <translation>当前用户可查询的服务均未收到交换机的 LLDP 通告。“bondctl neighbours --listen”可监听 %1 秒。</translation>
    </message>
    <message>
        <source>--report and --playbook need a file each.</source>
        <translation>--report 和 --playbook 必须各用一个文件。</translation>
    </message>
    <message>
        <source>removal</source>
        <extracomment>@status what a change is</extracomment>
        <translation>删除</translation>
    </message>
    <message>
        <source>restored backup</source>
        <extracomment>@status what a change is</extracomment>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>migration</source>
        <extracomment>@status what a change is</extracomment>
        <translation>迁移</translation>
    </message>
    <message>
        <source>configuration</source>
        <extracomment>@status what a change is</extracomment>
        <translation>配置</translation>
    </message>
    <message>
        <source>is being prepared</source>
        <extracomment>@status of a change</extracomment>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>files are being written</source>
        <extracomment>@status of a change</extracomment>
        <translation>正在写入文件</translation>
    </message>
    <message>
        <source>is being activated</source>
        <extracomment>@status of a change</extracomment>
        <translation>正在激活</translation>
    </message>
    <message>
        <source>is being verified</source>
        <extracomment>@status of a change</extracomment>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>waits for confirmation</source>
        <extracomment>@status of a change</extracomment>
        <translation>等待确认</translation>
    </message>
    <message>
        <source>kept</source>
        <extracomment>@status of a change</extracomment>
        <translation>已保留</translation>
    </message>
    <message>
        <source>is being reverted</source>
        <extracomment>@status of a change</extracomment>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>reverted</source>
        <extracomment>@status of a change</extracomment>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>@status of a change</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Change %1 (%2) by %3: %4</source>
        <extracomment>@status %1 an id, %2 what the change is and of which bond, %3 a user, %4 its state in words</extracomment>
        <translation>更改 %1（%2），由 %3 发起：%4</translation>
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
        <source>Giving the link of %1 back…</source>
        <translation>正在恢复 %1 的链路…</translation>
    </message>
    <message>
        <source>Plug the cable of %1 in again.</source>
        <translation>请重新插上 %1 的网线。</translation>
    </message>
    <message>
        <source>%1: passed (limit %2 ms)</source>
        <translation>%1：通过（上限 %2 ms）</translation>
    </message>
    <message>
        <source>%1: FAILED (limit %2 ms)</source>
        <translation>%1：未通过（上限 %2 ms）</translation>
    </message>
    <message>
        <source>Pull the cable from %1 to %2 now.</source>
        <extracomment>@info %1 a NIC, %2 a switch and its port</extracomment>
        <translation>请现在拔下从 %1 到 %2 的网线。</translation>
    </message>
    <message>
        <source>Plug the cable from %1 to %2 in again.</source>
        <extracomment>@info %1 a NIC, %2 a switch and its port</extracomment>
        <translation>请重新插上从 %1 到 %2 的网线。</translation>
    </message>
    <message>
        <source>The link of %1 is down. Measuring…</source>
        <translation>%1 的链路已断开，正在测量…</translation>
    </message>
    <message>
        <source>The link of %1 is up again. Waiting until it is in use…</source>
        <translation>%1 的链路已恢复，等待重新启用…</translation>
    </message>
</context>
<context>
    <name>bondwright::rollout::InventoryReader</name>
    <message>
        <source>ansible-inventory is not installed here.</source>
        <translation>这里没有安装 ansible-inventory。</translation>
    </message>
    <message>
        <source>Install ansible-core 2.14 or later.</source>
        <translation>请安装 ansible-core 2.14 或更高版本。</translation>
    </message>
    <message>
        <source>The inventory cannot be read.</source>
        <extracomment>@error</extracomment>
        <translation>无法读取清单。</translation>
    </message>
</context>
<context>
    <name>bondwright::rollout::RolloutRun</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>ansible-playbook is not installed here.</source>
        <translation>本机未安装 ansible-playbook。</translation>
    </message>
    <message>
        <source>Install ansible-core 2.14 or later.</source>
        <translation>请安装 ansible-core 2.14 或更高版本。</translation>
    </message>
    <message>
        <source>Stopped before anything was done: the inventory has a group of the same name as a marked host, and Ansible would change hosts that are not marked: %1.</source>
        <extracomment>@error %1 names of hosts</extracomment>
        <translation>在任何改动之前已停止：清单中有一个组与某台已勾选的主机同名，Ansible 会改动未勾选的主机：%1。</translation>
    </message>
    <message>
        <source>Stopped: Ansible wrote a line that is too long to be read.</source>
        <extracomment>@error</extracomment>
        <translation>已停止：Ansible 输出的一行过长，无法读取。</translation>
    </message>
    <message>
        <source>ansible-playbook cannot be started: %1</source>
        <translation>无法启动 ansible-playbook：%1</translation>
    </message>
    <message>
        <source>Ansible was ended by a signal before the roll-out was over.</source>
        <translation>Ansible 在部署结束之前被信号终止。</translation>
    </message>
    <message>
        <source>Ansible ended with status %1 before the roll-out was over.</source>
        <translation>Ansible 在部署结束之前退出，状态码为 %1。</translation>
    </message>
</context>
</TS>
