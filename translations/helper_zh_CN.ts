<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>bondwright::helper::ActiveTransaction</name>
    <message numerus="yes">
        <source>No answer within %n seconds.</source>
        <translation>
            <numerusform>%n 秒内没有答复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving the present configuration</source>
        <translation>正在备份当前配置</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>正在写入配置</translation>
    </message>
    <message>
        <source>Activating %1</source>
        <translation>正在激活 %1</translation>
    </message>
    <message>
        <source>Comparing the kernel&apos;s state with the plan</source>
        <translation>正在对照方案检查内核状态</translation>
    </message>
    <message>
        <source>The result is not what was asked for.</source>
        <translation>结果与方案不符。</translation>
    </message>
    <message>
        <source>The watchdog did not start.</source>
        <translation>看守进程未能启动。</translation>
    </message>
    <message>
        <source>The change was not confirmed in time.</source>
        <translation>更改未在时限内得到确认。</translation>
    </message>
    <message>
        <source>The change is not ready for an answer yet.</source>
        <translation>更改尚未进行到可以答复的步骤。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>The time was extended already.</source>
        <translation>时限已经延长过一次。</translation>
    </message>
    <message>
        <source>Restoring the network as it was</source>
        <translation>正在恢复原来的网络状态</translation>
    </message>
    <message>
        <source>The files could not be restored: %1</source>
        <translation>无法恢复文件：%1</translation>
    </message>
    <message>
        <source>It is tried again by itself; “bondctl rollback” tries at once.</source>
        <translation>程序会自动重试；“bondctl rollback”可立即重试。</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile and was left as it is: compare it with the backup %2.</source>
        <translation>“%1”在此期间被他人修改，未予覆盖：请与备份 %2 比较。</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>仍未恢复：%1</translation>
    </message>
    <message>
        <source>The original files are in the backup %1 (“bondctl restore %1”).</source>
        <translation>原文件在备份 %1 中（“bondctl restore %1”）。</translation>
    </message>
    <message>
        <source>The machine was restarted before the change was confirmed.</source>
        <translation>更改确认之前机器已重启。</translation>
    </message>
    <message>
        <source>The helper was interrupted.</source>
        <translation>特权助手被中断。</translation>
    </message>
    <message>
        <source>Arming the automatic revert</source>
        <translation>启用自动恢复</translation>
    </message>
    <message>
        <source>Restoring the files</source>
        <translation>正在恢复文件</translation>
    </message>
    <message>
        <source>While reverting: %1</source>
        <translation>恢复过程中：%1</translation>
    </message>
    <message>
        <source>The change is being reverted.</source>
        <translation>正在撤销该更改。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::Dispatcher</name>
    <message>
        <source>The helper has no such method.</source>
        <translation>特权助手没有这个方法。</translation>
    </message>
    <message>
        <source>Too many requests are waiting.</source>
        <translation>等待处理的请求过多。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>You are not authorised to do this.</source>
        <translation>您无权执行此操作。</translation>
    </message>
    <message>
        <source>Log in as an administrator, or give the administrator&apos;s password when asked.</source>
        <translation>请以管理员身份登录，或在提示时输入管理员密码。</translation>
    </message>
    <message>
        <source>The answer could not be sent.</source>
        <translation>无法发送答复。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::HelperClient</name>
    <message>
        <source>Only the helper of this host can rehearse a plan.</source>
        <translation>只有本机的特权助手可以预演方案。</translation>
    </message>
    <message>
        <source>There is no helper that could listen.</source>
        <translation>没有可以监听的特权助手。</translation>
    </message>
    <message>
        <source>There is no helper that could count flows.</source>
        <translation>没有可以统计数据流的特权助手。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::HostProgram</name>
    <message>
        <source>There is no %1.</source>
        <translation>找不到 %1。</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>无法启动 %1。</translation>
    </message>
    <message>
        <source>“%1” failed: %2</source>
        <translation>“%1”执行失败：%2</translation>
    </message>
    <message numerus="yes">
        <source>“%1” did not end within %n seconds and was stopped: %2</source>
        <translation>
            <numerusform>“%1”在 %n 秒内没有结束，已被终止：%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::helper::IfcfgActivator</name>
    <message>
        <source>%1 could not be started.</source>
        <translation>无法启动 %1。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::LastResort</name>
    <message>
        <source>The files could not be restored: %1</source>
        <translation>无法恢复文件：%1</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile and was left as it is: compare it with the backup %2.</source>
        <translation>“%1”在此期间被他人修改，未予覆盖：请与备份 %2 比较。</translation>
    </message>
    <message>
        <source>The helper crashed twice during this change; it was reverted without it.</source>
        <translation>特权助手在此更改上两次异常退出；更改已在没有它的情况下撤销。</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>仍未恢复：%1</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::Launcher</name>
    <message>
        <source>The watchdog could not be started: %1</source>
        <translation>无法启动看守进程：%1</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::LibnmSession</name>
    <message>
        <source>NetworkManager: %1</source>
        <translation>NetworkManager：%1</translation>
    </message>
    <message>
        <source>NetworkManager is not running.</source>
        <translation>NetworkManager 没有运行。</translation>
    </message>
    <message>
        <source>It cannot be asked.</source>
        <translation>无法询问。</translation>
    </message>
    <message>
        <source>There is no profile %1.</source>
        <translation>没有连接配置 %1。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::Listenings</name>
    <message>
        <source>Listening takes 1 to 60 seconds.</source>
        <translation>监听时间为 1 到 60 秒。</translation>
    </message>
    <message>
        <source>Too many are listening already.</source>
        <translation>正在进行的监听已太多。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>LLDP cannot be listened for: %1</source>
        <extracomment>@error %1 system error text</extracomment>
        <translation>无法监听 LLDP：%1</translation>
    </message>
    <message>
        <source>That is no name of an interface.</source>
        <translation>这不是接口名称。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::LiveActions</name>
    <message>
        <source>There is no bond “%1”.</source>
        <translation>没有名为“%1”的绑定接口。</translation>
    </message>
    <message>
        <source>“%1” is not a slave of %2.</source>
        <translation>“%1”不是 %2 的成员网卡。</translation>
    </message>
    <message>
        <source>In mode %1 there is no active slave to choose.</source>
        <translation>模式 %1 没有可选择的活动成员网卡。</translation>
    </message>
    <message>
        <source>A test may last 1 to 600 seconds.</source>
        <translation>测试时长须为 1 到 600 秒。</translation>
    </message>
    <message>
        <source>There is no NIC “%1”.</source>
        <translation>没有名为“%1”的网卡。</translation>
    </message>
    <message>
        <source>A NIC can blink for 1 to 60 seconds.</source>
        <translation>网口指示灯闪烁时长须为 1 到 60 秒。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::NmActivator</name>
    <message>
        <source>NetworkManager does not answer.</source>
        <translation>NetworkManager 没有应答。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::NmSteps</name>
    <message>
        <source>There is no profile for %1.</source>
        <translation>没有 %1 的连接配置。</translation>
    </message>
    <message>
        <source>NetworkManager did not make %1.</source>
        <translation>NetworkManager 没有创建 %1。</translation>
    </message>
    <message>
        <source>Attaching %1 to %2</source>
        <translation>正在将 %1 加入 %2</translation>
    </message>
    <message>
        <source>NetworkManager changed the profile “%1” while reading it.</source>
        <translation>NetworkManager 读取连接配置“%1”时改动了其内容。</translation>
    </message>
    <message>
        <source>NetworkManager does not take the profile “%1”.</source>
        <translation>NetworkManager 不接受连接配置“%1”。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::Planner</name>
    <message>
        <source>“%1” is not a name for a network interface.</source>
        <translation>“%1”不能用作网络接口名称。</translation>
    </message>
    <message>
        <source>Use up to 15 letters, digits, “.”, “_” and “-”.</source>
        <translation>请使用不超过 15 个字母、数字、“.”、“_”或“-”。</translation>
    </message>
    <message>
        <source>NetworkManager is running.</source>
        <translation>NetworkManager 正在运行。</translation>
    </message>
    <message>
        <source>This host cannot use “%1”.</source>
        <translation>该主机无法使用“%1”。</translation>
    </message>
    <message>
        <source>There is no bond “%1”.</source>
        <translation>没有名为“%1”的绑定接口。</translation>
    </message>
    <message>
        <source>There is no such backup.</source>
        <translation>没有这个备份。</translation>
    </message>
    <message>
        <source>No backend of this host reads these files.</source>
        <translation>该主机没有读取这些文件的后端。</translation>
    </message>
    <message>
        <source>The backup holds files that “%1” does not read: %2</source>
        <translation>备份中含有“%1”不读取的文件：%2</translation>
    </message>
    <message>
        <source>Use “bondctl restore %1 --root /” as root.</source>
        <translation>请以 root 身份执行“bondctl restore %1 --root /”。</translation>
    </message>
    <message>
        <source>The default route runs over %1: connections pause for a few seconds while it moves.</source>
        <translation>默认路由经由 %1：迁移期间网络连接会中断几秒钟。</translation>
    </message>
    <message>
        <source>%1 is in use (%2): its connections pause for a few seconds.</source>
        <translation>%1 正在使用（%2）：其上的连接会中断几秒钟。</translation>
    </message>
    <message>
        <source>%1 disappears, with every connection over it.</source>
        <translation>%1 将被删除，其上的所有连接都会断开。</translation>
    </message>
    <message>
        <source>Runs until the next reboot; files written: %1.</source>
        <translation>运行到下次重启为止；已写入文件：%1。</translation>
    </message>
    <message>
        <source>Runs until the next reboot; no file is written, they belong to “%1”.</source>
        <translation>运行到下次重启为止；未写入文件，配置文件由“%1”管理。</translation>
    </message>
    <message>
        <source>Runs until the next reboot; no file is written, this host has no folder for any.</source>
        <translation>运行到下次重启为止；未写入文件，此主机上没有存放配置文件的目录。</translation>
    </message>
    <message>
        <source>Give it another one afterwards if it is to be used.</source>
        <translation>如需使用这块网卡，请随后为它另行配置。</translation>
    </message>
    <message>
        <source>Runs until the next reboot; no file is written, the files say the same already.</source>
        <translation>运行到下次重启为止；未写入文件，现有文件的内容已与此一致。</translation>
    </message>
    <message>
        <source>%1 leaves without a configuration of its own: its former address belongs to the bond now.</source>
        <translation>%1 退出后没有自己的配置：它原来的地址现在归绑定接口使用。</translation>
    </message>
    <message>
        <source>%1 is set up again: its connections pause for a few seconds.</source>
        <translation>%1 将重新建立：其上的连接会中断几秒钟。</translation>
    </message>
    <message>
        <source>Runs until the next reboot; no file is written: %1</source>
        <translation>只生效到下次重启；不写入任何文件：%1</translation>
    </message>
    <message>
        <source>%1 becomes %2: its connections pause for a few seconds.</source>
        <translation>%1 改名为 %2：其连接会中断几秒钟。</translation>
    </message>
    <message>
        <source>No network service that reads files runs: changes last until the next reboot.</source>
        <translation>没有读取配置文件的网络服务在运行：改动只保持到下次重启。</translation>
    </message>
    <message>
        <source>Files are read when the service that they are for starts.</source>
        <translation>文件在对应的服务启动时读取。</translation>
    </message>
    <message>
        <source>%1 loses the address %2: connections to it end.</source>
        <translation>%1 失去地址 %2：与它的连接会中断。</translation>
    </message>
    <message>
        <source>NetworkManager leaves %1 to ifupdown, which has a stanza for it.</source>
        <translation>NetworkManager 将 %1 留给 ifupdown 管理，后者有它的配置段。</translation>
    </message>
    <message>
        <source>Take it out of /etc/network/interfaces first, and restart NetworkManager.</source>
        <translation>请先将其从 /etc/network/interfaces 中删除，然后重启 NetworkManager。</translation>
    </message>
    <message>
        <source>%1 is a port of %2, which loses it.</source>
        <translation>%1 是 %2 的端口，%2 将失去该端口。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::Rehearsals</name>
    <message>
        <source>The rehearsal could not be started: %1</source>
        <extracomment>@error %1 system error text</extracomment>
        <translation>无法启动预演：%1</translation>
    </message>
    <message>
        <source>There is no such switch: %1</source>
        <translation>没有这种交换机：%1</translation>
    </message>
    <message>
        <source>Too many rehearsals are running.</source>
        <translation>正在进行的预演过多。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后再试。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::Service</name>
    <message>
        <source>The plan&apos;s member “%1” is not understood.</source>
        <translation>无法识别方案中的成员“%1”。</translation>
    </message>
    <message>
        <source>The request needs an id of letters and digits.</source>
        <translation>请求需要由字母和数字组成的编号。</translation>
    </message>
    <message>
        <source>“%1” is not an address that can be asked.</source>
        <translation>“%1”不是可以探测的地址。</translation>
    </message>
    <message>
        <source>The configuration was changed by another program or person meanwhile.</source>
        <translation>配置在此期间被他人修改。</translation>
    </message>
    <message>
        <source>Check it and try again; nothing was changed.</source>
        <translation>请重新查看后再试；没有做任何更改。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::Transactor</name>
    <message>
        <source>%1 is changing %2 since %3.</source>
        <translation>%1 正在更改 %2，开始于 %3。</translation>
    </message>
    <message>
        <source>Wait until that change is confirmed or rolled back.</source>
        <translation>请等待该更改被确认或回滚。</translation>
    </message>
    <message>
        <source>The time to confirm must be 10 to 600 seconds.</source>
        <translation>确认时限须为 10 到 600 秒。</translation>
    </message>
    <message>
        <source>There is no such change waiting.</source>
        <translation>没有这项等待确认的更改。</translation>
    </message>
    <message>
        <source>%1 asked for it.</source>
        <translation>由 %1 要求回滚。</translation>
    </message>
    <message>
        <source>“bondctl rollback” tries again to restore everything.</source>
        <translation>“bondctl rollback”会再次尝试全部恢复。</translation>
    </message>
    <message>
        <source>The record of the change was damaged. The files were restored from their journal.</source>
        <translation>更改的记录已损坏。文件已按其日志恢复。</translation>
    </message>
    <message>
        <source>Restart the network or the machine, so that what runs follows the files.</source>
        <translation>请重启网络或机器，使运行状态与文件一致。</translation>
    </message>
    <message>
        <source>The change was kept already.</source>
        <translation>该更改已经保留。</translation>
    </message>
    <message>
        <source>The change was reverted already.</source>
        <translation>该更改已经撤销。</translation>
    </message>
    <message>
        <source>The change could not be reverted completely.</source>
        <translation>该更改未能完全撤销。</translation>
    </message>
</context>
<context>
    <name>bondwright::helper::Verifier</name>
    <message>
        <source>%1 is still there.</source>
        <translation>%1 仍然存在。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有应答。</translation>
    </message>
</context>
<context>
    <name>helper</name>
    <message>
        <source>The record of an unfinished change is damaged or was written by another release.</source>
        <translation>未完成更改的记录已损坏，或由其他版本写入。</translation>
    </message>
    <message>
        <source>It was left as it is; see %1.</source>
        <translation>已原样保留；请查看 %1。</translation>
    </message>
    <message>
        <source>The system bus does not let this user talk to the helper.</source>
        <translation>系统总线不允许该用户与特权助手通信。</translation>
    </message>
    <message>
        <source>The privileged helper does not answer.</source>
        <translation>特权助手没有应答。</translation>
    </message>
    <message>
        <source>See “systemctl status bondwright-helper” and whether the program is installed completely.</source>
        <translation>请查看“systemctl status bondwright-helper”，并确认程序安装完整。</translation>
    </message>
    <message>
        <source>The request&apos;s option “%1” is not understood.</source>
        <translation>无法识别请求中的选项“%1”。</translation>
    </message>
    <message>
        <source>%1 was called with the wrong arguments.</source>
        <translation>调用 %1 的参数不正确。</translation>
    </message>
    <message>
        <source>The argument “%1” is too long.</source>
        <translation>参数“%1”过长。</translation>
    </message>
    <message>
        <source>The change touches more than one record can hold.</source>
        <translation>更改涉及的内容超出一条记录所能容纳的范围。</translation>
    </message>
    <message>
        <source>%1 is still there.</source>
        <translation>%1 仍然存在。</translation>
    </message>
    <message>
        <source>There is no such backend.</source>
        <translation>没有这个后端。</translation>
    </message>
    <message>
        <source>balance-slb is made by NetworkManager, not by the driver, and this bond would not be NetworkManager’s.</source>
        <translation>balance-slb 由 NetworkManager 实现，而不是驱动，而该绑定接口不由 NetworkManager 管理。</translation>
    </message>
    <message>
        <source>Let NetworkManager manage it, or remove the option.</source>
        <translation>请由 NetworkManager 管理它，或去掉该选项。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>Nothing on this host can get an address by DHCP for %1.</source>
        <translation>该主机没有程序能为 %1 通过 DHCP 获取地址。</translation>
    </message>
    <message>
        <source>Give a fixed address, or start NetworkManager.</source>
        <translation>请指定固定地址，或启动 NetworkManager。</translation>
    </message>
    <message>
        <source>The flows cannot be counted: %1</source>
        <extracomment>@error %1 system error text</extracomment>
        <translation>无法统计流：%1</translation>
    </message>
</context>
</TS>
