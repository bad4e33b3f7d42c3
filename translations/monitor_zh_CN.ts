<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Rehearsal</name>
    <message>
        <source>The bonding driver is not loaded, and loading it would create a bond0 on this host, because max_bonds=0 is not in force.</source>
        <translation>bonding 驱动未加载；由于 max_bonds=0 未生效，加载它会在该主机上创建一个 bond0。</translation>
    </message>
    <message>
        <source>Load it without one, as root: modprobe bonding max_bonds=0</source>
        <translation>请以 root 身份在不创建它的情况下加载：modprobe bonding max_bonds=0</translation>
    </message>
    <message>
        <source>The real NICs: whether their drivers take another MAC address or MTU, and their speed.</source>
        <extracomment>@info what a rehearsal does not show</extracomment>
        <translation>真实网卡：其驱动是否接受更改 MAC 地址或 MTU，以及速率。</translation>
    </message>
    <message>
        <source>The real switch: its configuration and its spanning tree.</source>
        <extracomment>@info what a rehearsal does not show</extracomment>
        <translation>真实交换机：其配置和生成树。</translation>
    </message>
    <message>
        <source>What NetworkManager or the network service do with their profiles.</source>
        <extracomment>@info what a rehearsal does not show</extracomment>
        <translation>NetworkManager 或 network 服务如何处理各自的连接配置。</translation>
    </message>
    <message>
        <source>DHCP: a fixed address was used instead.</source>
        <extracomment>@info what a rehearsal does not show</extracomment>
        <translation>DHCP：以固定地址代替。</translation>
    </message>
    <message>
        <source>IPv6 addresses from router advertisements: none were sent.</source>
        <extracomment>@info what a rehearsal does not show</extracomment>
        <translation>来自路由器通告的 IPv6 地址：没有发送通告。</translation>
    </message>
    <message>
        <source>A failover: with one slave there is nothing to fail over to.</source>
        <extracomment>@info what a rehearsal does not show</extracomment>
        <translation>故障切换：只有一块成员网卡，无处可切换。</translation>
    </message>
    <message>
        <source>The full updelay and downdelay: they were shortened to save time.</source>
        <extracomment>@info what a rehearsal does not show</extracomment>
        <translation>完整的 updelay 和 downdelay：为节省时间已缩短。</translation>
    </message>
    <message>
        <source>Cable of %1 pulled and plugged in again: %2</source>
        <extracomment>@info %1 NIC, %2 “Passed”, “Failed”</extracomment>
        <translation>%1 的网线拔下后重新插上：%2</translation>
    </message>
    <message>
        <source>Behind %1: %2. %3</source>
        <extracomment>@info %1 “a switch without a LAG”, %2 verdict, %3 sentence</extracomment>
        <translation>接在%1时：%2。%3</translation>
    </message>
    <message>
        <source>%1 of %2 pings are lost.</source>
        <translation>%2 个 ping 丢失了 %1 个。</translation>
    </message>
    <message>
        <source>Not rehearsed: %1</source>
        <translation>未预演：%1</translation>
    </message>
    <message>
        <source>Rehearsed in this kernel: fails. %1: %2</source>
        <extracomment>@status %1 field of the plan, %2 sentence with the kernel&apos;s words</extracomment>
        <translation>已在该主机内核预演：失败。%1：%2</translation>
    </message>
    <message>
        <source>The plan has errors. %1</source>
        <translation>方案有错误。%1</translation>
    </message>
    <message>
        <source>Rehearsed in this kernel: fails. %1</source>
        <translation>已在该主机内核预演：失败。%1</translation>
    </message>
    <message>
        <source>Rehearsed in this kernel: the failover test fails</source>
        <translation>已在该主机内核预演：故障切换测试未通过</translation>
    </message>
    <message>
        <source>Rehearsed in this kernel: works</source>
        <translation>已在该主机内核预演：可行</translation>
    </message>
    <message>
        <source>Rehearsed in this kernel: works, no ping lost at a failover</source>
        <translation>已在该主机内核预演：可行，故障切换时没有丢失 ping</translation>
    </message>
    <message>
        <source>Rehearsed in this kernel: works, failover %1 ms</source>
        <extracomment>@status %1 milliseconds</extracomment>
        <translation>已在该主机内核预演：可行，故障切换 %1 ms</translation>
    </message>
    <message>
        <source>%1, %2, behind %3, Linux %4</source>
        <extracomment>@info %1 bond, %2 mode, %3 “a switch without a LAG”, %4 kernel release</extracomment>
        <translation>%1，%2，接在%3，Linux %4</translation>
    </message>
    <message>
        <source>Set up in %1 ms, verified after %2 ms.</source>
        <extracomment>@info %1 and %2 milliseconds</extracomment>
        <translation>建立用时 %1 ms，%2 ms 后校验通过。</translation>
    </message>
    <message>
        <source>LACP negotiated on all slaves after %1 ms.</source>
        <translation>%1 ms 后所有成员网卡完成 LACP 协商。</translation>
    </message>
    <message>
        <source>With another switch this would be seen:</source>
        <translation>换作其他交换机时会看到：</translation>
    </message>
    <message>
        <source>Not shown by a rehearsal:</source>
        <translation>预演无法体现：</translation>
    </message>
    <message>
        <source>The kernel loaded for this, and keeps: %1</source>
        <translation>内核为此加载并保留：%1</translation>
    </message>
    <message>
        <source>This is not a request for a rehearsal.</source>
        <translation>这不是预演请求。</translation>
    </message>
    <message>
        <source>No network namespace could be made: %1</source>
        <extracomment>@error %1 system error text</extracomment>
        <translation>无法创建网络命名空间：%1</translation>
    </message>
    <message>
        <source>Or rehearse as root.</source>
        <translation>或以 root 身份预演。</translation>
    </message>
    <message>
        <source>This host forbids user namespaces: user.max_user_namespaces is 0.</source>
        <translation>该主机禁止用户命名空间：user.max_user_namespaces 为 0。</translation>
    </message>
    <message>
        <source>This host forbids user namespaces: kernel.unprivileged_userns_clone is 0.</source>
        <translation>该主机禁止用户命名空间：kernel.unprivileged_userns_clone 为 0。</translation>
    </message>
    <message>
        <source>AppArmor on this host allows user namespaces only to programs with a profile, and that of bondwright-rehearsal is not loaded.</source>
        <translation>该主机的 AppArmor 只允许有配置文件的程序使用用户命名空间，而 bondwright-rehearsal 的配置文件未加载。</translation>
    </message>
    <message>
        <source>Load it: apparmor_parser -r /etc/apparmor.d/bondwright-rehearsal. %1</source>
        <extracomment>@info %1 sentence</extracomment>
        <translation>请加载：apparmor_parser -r /etc/apparmor.d/bondwright-rehearsal。%1</translation>
    </message>
    <message>
        <source>No user namespace could be made: %1</source>
        <extracomment>@error %1 system error text</extracomment>
        <translation>无法创建用户命名空间：%1</translation>
    </message>
    <message>
        <source>Inside a container this is usual; rehearse on the host itself. %1</source>
        <translation>在容器内这很常见；请在主机本身上预演。%1</translation>
    </message>
    <message>
        <source>a switch without a LAG</source>
        <extracomment>@info what the cables lead to</extracomment>
        <translation>没有聚合组的交换机</translation>
    </message>
    <message>
        <source>a switch with a static LAG</source>
        <extracomment>@info what the cables lead to</extracomment>
        <translation>有静态聚合组的交换机</translation>
    </message>
    <message>
        <source>a switch with an LACP group</source>
        <extracomment>@info what the cables lead to</extracomment>
        <translation>有 LACP 聚合组的交换机</translation>
    </message>
    <message>
        <source>two switches</source>
        <extracomment>@info what the cables lead to</extracomment>
        <translation>两台交换机</translation>
    </message>
    <message>
        <source>AppArmor confines this program by the profile %1, which allows no user namespaces.</source>
        <extracomment>@error %1 name of an AppArmor profile</extracomment>
        <translation>AppArmor 以配置 %1 限制此程序，该配置不允许用户命名空间。</translation>
    </message>
    <message>
        <source>Let that profile start bondwright-rehearsal under the profile of this name. %1</source>
        <extracomment>@info %1 sentence</extracomment>
        <translation>请让该配置以同名配置启动 bondwright-rehearsal。%1</translation>
    </message>
    <message>
        <source>An administrator can allow them: %1.</source>
        <extracomment>@info %1 command</extracomment>
        <translation>管理员可以允许：%1。</translation>
    </message>
    <message>
        <source>Addresses: the plan has no network with others to ping, so 192.0.2.1 was used for the pings.</source>
        <extracomment>@info what a rehearsal does not show</extracomment>
        <translation>地址：方案中没有可 ping 其他主机的网络，因此 ping 使用了 192.0.2.1。</translation>
    </message>
</context>
<context>
    <name>bondwright::failover::FailoverTest</name>
    <message>
        <source>the helper is not there</source>
        <translation>特权助手不可用</translation>
    </message>
    <message>
        <source>The link of %1 is still down. It comes up by itself within %2 s. %3</source>
        <extracomment>@info:warning %1 a NIC, %2 seconds, %3 why</extracomment>
        <translation>%1 的链路仍处于断开状态，将在 %2 秒内自动恢复。%3</translation>
    </message>
</context>
<context>
    <name>bondwright::failover::TestHistory</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <extracomment>@error</extracomment>
        <translation>无法创建目录 %1。</translation>
    </message>
</context>
<context>
    <name>bondwright::rehearsal::Rehearsal</name>
    <message>
        <source>The rehearsal ended without a report.</source>
        <translation>预演结束，但没有报告。</translation>
    </message>
    <message>
        <source>Its messages are in the journal or above.</source>
        <translation>其消息在日志中或上文。</translation>
    </message>
</context>
<context>
    <name>bondwright::rehearsal::RehearsalRun</name>
    <message>
        <source>This kernel has no bonding driver.</source>
        <translation>该内核没有 bonding 驱动。</translation>
    </message>
    <message>
        <source>Install the kernel&apos;s module package, or rehearse on the host that the plan is for.</source>
        <translation>请安装内核的模块软件包，或在方案所针对的主机上预演。</translation>
    </message>
</context>
<context>
    <name>bondwright::rehearsal::Worker</name>
    <message>
        <source>The program %1 could not be started: %2</source>
        <translation>无法启动程序 %1：%2</translation>
    </message>
    <message>
        <source>The rehearsal did not end within %1 s and was stopped.</source>
        <extracomment>@error %1 seconds</extracomment>
        <translation>预演在 %1 秒内没有结束，已被停止。</translation>
    </message>
    <message>
        <source>Monitoring intervals of many seconds take that long, and so does a very busy host.</source>
        <extracomment>@info why that may be</extracomment>
        <translation>监视间隔长达数秒或主机非常繁忙时，预演会需要这么长时间。</translation>
    </message>
    <message>
        <source>Reinstall Bondwright.</source>
        <translation>请重新安装 Bondwright。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::BalanceBars</name>
    <message>
        <source>No traffic</source>
        <extracomment>@info:whatsthis %1 is a percentage</extracomment>
        <translation>没有流量</translation>
    </message>
    <message>
        <source>Evenness of sending %1 %</source>
        <translation>发送均衡度 %1 %</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>@label above a bar</extracomment>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>%1: evenness %2 %</source>
        <extracomment>@label %1 is &quot;Sent&quot; or &quot;Received&quot;, %2 a percentage</extracomment>
        <translation>%1：均衡度 %2 %</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::BalanceView</name>
    <message>
        <source>Packets go out over all slaves in turn; sending should be even.</source>
        <extracomment>@info</extracomment>
        <translation>数据包轮流从所有成员网卡发出，发送应当均匀。</translation>
    </message>
    <message>
        <source>Each flow keeps to one slave, chosen by a hash: few flows can be uneven. What is received was distributed by the switch.</source>
        <extracomment>@info</extracomment>
        <translation>每条数据流按哈希固定走一块成员网卡，数据流少时可能不均匀。接收方向由交换机分配。</translation>
    </message>
    <message>
        <source>Sending is spread by load; everything is received through the active slave.</source>
        <extracomment>@info</extracomment>
        <translation>发送按负载分配，接收全部走活动成员网卡。</translation>
    </message>
    <message>
        <source>Sending is spread by load, receiving by giving different peers different MAC addresses.</source>
        <extracomment>@info</extracomment>
        <translation>发送按负载分配；接收通过向不同对端通告不同的 MAC 地址来分配。</translation>
    </message>
    <message>
        <source>This mode does not balance.</source>
        <extracomment>@info</extracomment>
        <translation>此模式不做负载均衡。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ChartBar</name>
    <message>
        <source>Chart</source>
        <extracomment>@title:toolbar</extracomment>
        <translation>图表</translation>
    </message>
    <message>
        <source>Stretch of time shown</source>
        <translation>显示的时间范围</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>@action freezes the chart; sampling goes on</extracomment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Freeze the chart; sampling goes on (Space)</source>
        <extracomment>@info:tooltip</extracomment>
        <translation>冻结图表，采样继续（空格键）</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>@action goes to the present</extracomment>
        <translation>现在</translation>
    </message>
    <message>
        <source>Return to now (End)</source>
        <extracomment>@info:tooltip</extracomment>
        <translation>跟随当前时间（End 键）</translation>
    </message>
    <message>
        <source>Shorter time (+)</source>
        <extracomment>@info:tooltip</extracomment>
        <translation>缩短时间范围（+）</translation>
    </message>
    <message>
        <source>Longer time (−)</source>
        <extracomment>@info:tooltip</extracomment>
        <translation>延长时间范围（−）</translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>@title:menu</extracomment>
        <translation>视图</translation>
    </message>
    <message>
        <source>Bits per second</source>
        <extracomment>@option:radio</extracomment>
        <translation>比特/秒</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <extracomment>@option:radio</extracomment>
        <translation>字节/秒</translation>
    </message>
    <message>
        <source>Lines</source>
        <extracomment>@option:radio</extracomment>
        <translation>折线</translation>
    </message>
    <message>
        <source>Stacked</source>
        <extracomment>@option:radio</extracomment>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Sent in a pane of its own</source>
        <extracomment>@option:check</extracomment>
        <translation>发送单独显示</translation>
    </message>
    <message>
        <source>Total of the bond</source>
        <extracomment>@option:check</extracomment>
        <translation>绑定接口总流量</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>@title:menu</extracomment>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>@item:inlistbox the stretch of time that the chart shows</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Shorter time</source>
        <translation>缩短时间范围</translation>
    </message>
    <message>
        <source>Longer time</source>
        <translation>扩大时间范围</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ChartTable</name>
    <message>
        <source>Name</source>
        <extracomment>@title:column of the chart, for screen readers</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Ping %1</source>
        <translation>Ping %1</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::EventPanel</name>
    <message>
        <source>Double-click or Enter shows the event in the chart</source>
        <translation>双击或按回车键，在图表中定位该事件</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::FailoverNotifier</name>
    <message>
        <source>Show</source>
        <extracomment>@action:button of a notification</extracomment>
        <translation>查看</translation>
    </message>
    <message>
        <source>Monitor %1</source>
        <extracomment>@action:inmenu %1 is a bond&apos;s name</extracomment>
        <translation>监视 %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <extracomment>@option:check</extracomment>
        <translation>通知</translation>
    </message>
    <message>
        <source>(and %1 before)</source>
        <extracomment>@info:status appended to the text of a notification</extracomment>
        <translation>（此前还有 %1 个）</translation>
    </message>
    <message>
        <source>Open Bondwright</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>打开 Bondwright</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>@action:inmenu ends the program</extracomment>
        <translation>退出</translation>
    </message>
    <message>
        <source>Bondwright goes on monitoring the bonds. Its icon in the tray opens it again, or ends it.</source>
        <extracomment>@info:status shown once, when the last window is closed</extracomment>
        <translation>Bondwright 继续监视绑定接口。可用托盘图标重新打开或退出它。</translation>
    </message>
    <message>
        <source>No bond now</source>
        <extracomment>@info:tooltip of the icon in the tray</extracomment>
        <translation>当前没有绑定接口</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::FailoverTestDialog</name>
    <message>
        <source>Failover test – %1</source>
        <extracomment>@title:window %1 is a bond&apos;s name</extracomment>
        <translation>故障切换测试 – %1</translation>
    </message>
    <message>
        <source>Earlier tests</source>
        <extracomment>@action:button</extracomment>
        <translation>以前的测试</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <extracomment>@action:button</extracomment>
        <translation>另存为 &amp;PDF…</translation>
    </message>
    <message>
        <source>Save as &amp;HTML…</source>
        <extracomment>@action:button</extracomment>
        <translation>另存为 &amp;HTML…</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <extracomment>@action:button</extracomment>
        <translation>重新测试(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel test</source>
        <extracomment>@action:button ends a test under way; the link is given back</extracomment>
        <translation>取消测试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 – passed</source>
        <extracomment>@item:inmenu an earlier test; %1 is date and time</extracomment>
        <translation>%1 – 通过</translation>
    </message>
    <message>
        <source>%1 – failed</source>
        <extracomment>@item:inmenu an earlier test; %1 is date and time</extracomment>
        <translation>%1 – 未通过</translation>
    </message>
    <message>
        <source>%1 has not been tested yet</source>
        <extracomment>@item:inmenu</extracomment>
        <translation>%1 还没有测试过</translation>
    </message>
    <message>
        <source>Start &amp;test on %1</source>
        <extracomment>@action:button %1 this host&apos;s name</extracomment>
        <translation>在 %1 上开始测试(&amp;T)</translation>
    </message>
    <message>
        <source>Shows the result of an earlier test of this bond</source>
        <translation>显示此绑定接口以前的测试结果</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>The report, to be printed and signed</source>
        <translation>可打印并签字的报告</translation>
    </message>
    <message>
        <source>Save as HTML</source>
        <translation>另存为 HTML</translation>
    </message>
    <message>
        <source>The report, for a web browser</source>
        <translation>供浏览器查看的报告</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>再次测试</translation>
    </message>
    <message>
        <source>Returns to what is to be tested</source>
        <translation>返回测试设置</translation>
    </message>
    <message>
        <source>Start test on %1</source>
        <translation>在 %1 上开始测试</translation>
    </message>
    <message>
        <source>Each slave loses its link in turn</source>
        <translation>各成员网卡将依次断开链路</translation>
    </message>
    <message>
        <source>The link is given back first</source>
        <translation>会先恢复链路</translation>
    </message>
    <message>
        <source>What was measured is kept</source>
        <translation>保留已测得的结果</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::FlowCounter</name>
    <message>
        <source>Count flows for %1 s</source>
        <extracomment>@action:button %1 seconds</extracomment>
        <translation>统计数据流 %1 秒</translation>
    </message>
    <message>
        <source>Progress of counting</source>
        <translation>统计进度</translation>
    </message>
    <message>
        <source>Counting what %1 sends…</source>
        <extracomment>@info:status</extracomment>
        <translation>正在统计 %1 发送的流量…</translation>
    </message>
    <message>
        <source>Shows which xmit_hash_policy would spread the present traffic. The helper looks at headers only, and asks for an administrator.</source>
        <extracomment>@info xmit_hash_policy is an option</extracomment>
        <translation>显示哪种 xmit_hash_policy 可以分散当前流量。特权助手只查看报文头，并需要管理员授权。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::HashCalculator</name>
    <message>
        <source>From address</source>
        <extracomment>@label:textbox</extracomment>
        <translation>源地址</translation>
    </message>
    <message>
        <source>To address</source>
        <extracomment>@label:textbox</extracomment>
        <translation>目的地址</translation>
    </message>
    <message>
        <source>Next hop&apos;s MAC</source>
        <extracomment>@label:textbox MAC address of the gateway or of the destination in the same network</extracomment>
        <translation>下一跳 MAC</translation>
    </message>
    <message>
        <source>Protocol</source>
        <extracomment>@label:listbox</extracomment>
        <translation>协议</translation>
    </message>
    <message>
        <source>Ping (the first number is its identifier)</source>
        <extracomment>@item:inlistbox</extracomment>
        <translation>Ping（第一个数字是其标识符）</translation>
    </message>
    <message>
        <source>Without ports</source>
        <extracomment>@item:inlistbox an IP protocol that has no ports</extracomment>
        <translation>无端口</translation>
    </message>
    <message>
        <source>Ports</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>端口</translation>
    </message>
    <message>
        <source>VLAN above the bond</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>绑定接口上的 VLAN</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>@item:valuesuffix a VLAN number that means: none</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>Policy</source>
        <extracomment>@title:column</extracomment>
        <translation>策略</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希值</translation>
    </message>
    <message>
        <source>Slave</source>
        <translation>成员网卡</translation>
    </message>
    <message>
        <source>Slave under each policy</source>
        <translation>各策略的成员网卡</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>源端口</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>目的端口</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <extracomment>@item:intable the policy the bond uses; %1 is its name</extracomment>
        <translation>%1（使用中）</translation>
    </message>
    <message>
        <source>Enter both addresses and the MAC address of the next hop (the gateway&apos;s, for addresses outside this network).</source>
        <extracomment>@info</extracomment>
        <translation>请输入源地址、目的地址和下一跳的 MAC 地址（目的地址不在本网段时填网关的 MAC）。</translation>
    </message>
    <message>
        <source>No slave can send now.</source>
        <extracomment>@info</extracomment>
        <translation>目前没有成员网卡可以发送。</translation>
    </message>
    <message>
        <source>encap3+4 cannot be foretold for connections that begin on this host: they use a random number.</source>
        <extracomment>@info</extracomment>
        <translation>对于该主机发起的连接，encap3+4 使用随机数，无法预测。</translation>
    </message>
    <message>
        <source>The order in which the slaves were added is not known here; it is taken to be that of their numbers.</source>
        <extracomment>@info</extracomment>
        <translation>无法得知成员网卡加入的先后顺序，此处按接口编号排列。</translation>
    </message>
    <message>
        <source>Busiest link</source>
        <translation>最繁忙的链路</translation>
    </message>
    <message>
        <source>How much of the counted traffic the busiest link would send under this policy</source>
        <extracomment>@info:tooltip</extracomment>
        <translation>采用此策略时，最繁忙的链路将发送所统计流量的比例</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::LiveChart</name>
    <message>
        <source>no answer %1</source>
        <extracomment>@label on the chart: a time without ping answers; %1 is a duration</extracomment>
        <translation>无应答 %1</translation>
    </message>
    <message>
        <source>ping lost</source>
        <extracomment>@label in the chart&apos;s readout</extracomment>
        <translation>ping 丢失</translation>
    </message>
    <message>
        <source>Paused – sampling goes on</source>
        <extracomment>@status a frozen chart; sampling goes on behind it</extracomment>
        <translation>已暂停 – 采样继续</translation>
    </message>
    <message>
        <source>Earlier – double-click for now</source>
        <translation>历史数据 – 双击回到现在</translation>
    </message>
    <message>
        <source>Waiting for the first sample…</source>
        <extracomment>@info an empty chart</extracomment>
        <translation>正在等待第一次采样…</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::MonitorWindow</name>
    <message>
        <source>This event is older than the chart.</source>
        <extracomment>@info:status</extracomment>
        <translation>该事件早于图表的起始时间。</translation>
    </message>
    <message>
        <source>Monitor – %1</source>
        <extracomment>@title:window %1 is a bond&apos;s name</extracomment>
        <translation>监视 – %1</translation>
    </message>
    <message>
        <source>Events</source>
        <extracomment>@title:tab</extracomment>
        <translation>事件</translation>
    </message>
    <message>
        <source>Ping</source>
        <extracomment>@title:tab</extracomment>
        <translation>Ping 检测</translation>
    </message>
    <message>
        <source>Balance</source>
        <extracomment>@title:tab</extracomment>
        <translation>负载均衡</translation>
    </message>
    <message>
        <source>Chart of traffic, slave states, pings and events</source>
        <translation>流量、成员网卡状态、ping 和事件图表</translation>
    </message>
    <message>
        <source>Left and Right move the cross-hair, Page Up and Page Down the time, plus and minus zoom, Space pauses, End returns to now.</source>
        <translation>左右键移动十字线，Page Up 和 Page Down 移动时间，加减号缩放，空格键暂停，End 键跟随当前时间。</translation>
    </message>
    <message>
        <source>Chart as PNG…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>图表存为 PNG…</translation>
    </message>
    <message>
        <source>Chart as SVG…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>图表存为 SVG…</translation>
    </message>
    <message>
        <source>Samples as CSV…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>采样数据存为 CSV…</translation>
    </message>
    <message>
        <source>Events as CSV…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>事件存为 CSV…</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>Copy support summary</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>复制诊断摘要</translation>
    </message>
    <message>
        <source>The support summary is in the clipboard.</source>
        <extracomment>@info:status</extracomment>
        <translation>诊断摘要已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Recording into %1 until “Stop recording”.</source>
        <extracomment>@info:status %1 is a path</extracomment>
        <translation>正在录制到 %1，直到“停止录制”。</translation>
    </message>
    <message>
        <source>Record everything…</source>
        <translation>录制状态和流量…</translation>
    </message>
    <message>
        <source>Slaves</source>
        <translation>成员网卡</translation>
    </message>
    <message>
        <source>State and traffic of each; its box shows it in the chart</source>
        <translation>各成员网卡的状态和流量；勾选后显示在图表中</translation>
    </message>
    <message>
        <source>Events, pings and balance</source>
        <translation>事件、ping 和流量分布</translation>
    </message>
    <message>
        <source>The arrow keys change between them</source>
        <translation>用方向键切换</translation>
    </message>
    <message>
        <source>Not there</source>
        <extracomment>@info:status</extracomment>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1 does not exist now. The window goes on as soon as it is created.</source>
        <extracomment>@info</extracomment>
        <translation>%1 目前不存在。创建后本窗口会自动继续。</translation>
    </message>
    <message>
        <source>The recording into %1 ends with this window. Close again to end it.</source>
        <extracomment>@info:status %1 is a path</extracomment>
        <translation>关闭此窗口会结束到 %1 的记录。再次关闭即可结束。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::PingPanel</name>
    <message>
        <source>Address to ping</source>
        <extracomment>@info:placeholder</extracomment>
        <translation>要 ping 的地址</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <extracomment>@action:button</extracomment>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <extracomment>@action:button</extracomment>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <extracomment>@label:listbox</extracomment>
        <translation>间隔(&amp;E)</translation>
    </message>
    <message>
        <source>Target</source>
        <extracomment>@title:column</extracomment>
        <translation>目标</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>50 %</source>
        <translation>50 %</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>99 %</source>
        <translation>99 %</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Ping targets</source>
        <translation>Ping 目标</translation>
    </message>
    <message>
        <source>Pings leave through the bond. They cannot be sent through a single slave: its answers arrive as the bond&apos;s.</source>
        <extracomment>@info</extracomment>
        <translation>Ping 通过绑定接口发出，无法只走某一块成员网卡：应答总是以绑定接口的名义到达。</translation>
    </message>
    <message>
        <source>“%1” is not an address that can be pinged.</source>
        <extracomment>@info:status</extracomment>
        <translation>“%1”不是可以 ping 的地址。</translation>
    </message>
    <message>
        <source>%1 is being pinged already.</source>
        <extracomment>@info:status</extracomment>
        <translation>已经在 ping %1。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n targets.</source>
        <extracomment>@info:status</extracomment>
        <translation>
            <numerusform>最多 %n 个目标。</numerusform>
        </translation>
    </message>
    <message>
        <source>An IPv4 or IPv6 address; Enter adds it</source>
        <translation>IPv4 或 IPv6 地址；按回车键添加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Pings this address too</source>
        <translation>同时 ping 此地址</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The marked target is pinged no longer</source>
        <translation>不再 ping 选中的目标</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>How often each target is pinged</source>
        <translation>每个目标的 ping 间隔</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::SlaveCard</name>
    <message>
        <source>Show in the chart</source>
        <extracomment>@info:tooltip</extracomment>
        <translation>在图表中显示</translation>
    </message>
    <message>
        <source>Make active</source>
        <extracomment>@action:button</extracomment>
        <translation>设为活动</translation>
    </message>
    <message>
        <source>%p % of the traffic</source>
        <extracomment>@label a slave&apos;s part of the bond&apos;s traffic; %p is replaced by a number</extracomment>
        <translation>占流量的 %p %</translation>
    </message>
    <message>
        <source>Part of the bond&apos;s traffic</source>
        <translation>占绑定接口流量的比例</translation>
    </message>
    <message>
        <source>This host: %1
Switch: %2</source>
        <extracomment>@info LACP states of this host and of the switch</extracomment>
        <translation>该主机：%1
交换机：%2</translation>
    </message>
    <message>
        <source>Let %1 carry the traffic</source>
        <extracomment>@info:tooltip %1 is a NIC</extracomment>
        <translation>让 %1 承载流量</translation>
    </message>
    <message>
        <source>Errors %1 · drops %2</source>
        <extracomment>@info counters of a NIC since it came up</extracomment>
        <translation>错误 %1 · 丢包 %2</translation>
    </message>
    <message>
        <source>%1 · MII %2 · failures %3</source>
        <extracomment>@info %1 is speed and duplex or &quot;link down&quot;, %2 the MII state, %3 the number of link failures</extracomment>
        <translation>%1 · MII %2 · 链路断开 %3 次</translation>
    </message>
    <message>
        <source>Cable to %1</source>
        <extracomment>@info %1 a switch and its port</extracomment>
        <translation>网线接到 %1</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::TestReport</name>
    <message>
        <source>Failover test of %1</source>
        <extracomment>@title of the PDF; %1 is a bond&apos;s name</extracomment>
        <translation>%1 的故障切换测试</translation>
    </message>
    <message>
        <source>Standard input is not the result of a failover test (bondctl test --json).</source>
        <extracomment>@error</extracomment>
        <translation>标准输入不是故障切换测试的结果（bondctl test --json）。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::TestResultPage</name>
    <message>
        <source>Result of the test</source>
        <extracomment>@info:whatsthis the text of a finished failover test</extracomment>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>The report, as it can be saved</source>
        <translation>可保存的报告内容</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::TestRunPage</name>
    <message>
        <source>%1: checking that everything works</source>
        <extracomment>@info what the test does now; %1 is a NIC</extracomment>
        <translation>%1：检查一切是否正常</translation>
    </message>
    <message>
        <source>All slaves up, all targets answering.</source>
        <extracomment>@info</extracomment>
        <translation>所有成员网卡链路正常，所有目标都有应答。</translation>
    </message>
    <message>
        <source>That was %1. Plug it in again.</source>
        <extracomment>@info:warning %1 and %2 are NICs</extracomment>
        <translation>拔的是 %1，请重新插上。</translation>
    </message>
    <message>
        <source>Then pull the cable of %1.</source>
        <extracomment>@info</extracomment>
        <translation>然后拔下 %1 的网线。</translation>
    </message>
    <message>
        <source>Taking the link of %1 down</source>
        <extracomment>@info</extracomment>
        <translation>正在断开 %1 的链路</translation>
    </message>
    <message>
        <source>Pull the cable of %1</source>
        <extracomment>@info</extracomment>
        <translation>请拔下 %1 的网线</translation>
    </message>
    <message>
        <source>Giving the link of %1 back</source>
        <extracomment>@info</extracomment>
        <translation>正在恢复 %1 的链路</translation>
    </message>
    <message>
        <source>Plug the cable of %1 in again</source>
        <extracomment>@info</extracomment>
        <translation>请重新插上 %1 的网线</translation>
    </message>
    <message>
        <source>Finished</source>
        <extracomment>@info</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Slave</source>
        <extracomment>@title:column</extracomment>
        <translation>成员网卡</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Noticed after</source>
        <translation>发现链路断开</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>New active</source>
        <translation>新活动成员网卡</translation>
    </message>
    <message>
        <source>under way</source>
        <extracomment>@info:status a step of the test</extracomment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Its LED is blinking, if the NIC can do that.</source>
        <extracomment>@info</extracomment>
        <translation>若网卡支持，其指示灯正在闪烁。</translation>
    </message>
    <message>
        <source>Pull the cable from %1 to %2</source>
        <extracomment>@info %1 a NIC, %2 a switch and its port</extracomment>
        <translation>拔下从 %1 到 %2 的网线</translation>
    </message>
    <message>
        <source>Plug the cable from %1 to %2 in again</source>
        <extracomment>@info %1 a NIC, %2 a switch and its port</extracomment>
        <translation>重新插上从 %1 到 %2 的网线</translation>
    </message>
    <message>
        <source>%1: link down, measuring</source>
        <extracomment>@info</extracomment>
        <translation>%1：链路断开，正在测量</translation>
    </message>
    <message>
        <source>%1: link up again, waiting until it is in use</source>
        <extracomment>@info</extracomment>
        <translation>%1：链路已恢复，等待重新启用</translation>
    </message>
    <message>
        <source>Chart of the test</source>
        <translation>测试图表</translation>
    </message>
    <message>
        <source>Slave states, pings and outages while the test runs</source>
        <translation>测试期间的成员网卡状态、ping 和中断</translation>
    </message>
    <message>
        <source>Slaves in turn</source>
        <translation>依次测试的成员网卡</translation>
    </message>
    <message>
        <source>What was measured at each</source>
        <translation>各成员网卡的测量结果</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::TestSetupPage</name>
    <message>
        <source>&amp;Slaves</source>
        <extracomment>@label:listbox</extracomment>
        <translation>成员网卡(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Ping targets</source>
        <extracomment>@label:textbox</extracomment>
        <translation>Ping 目标(&amp;P)</translation>
    </message>
    <message>
        <source>Addresses, separated by commas</source>
        <extracomment>@info:placeholder</extracomment>
        <translation>地址，用逗号分隔</translation>
    </message>
    <message>
        <source>By &amp;hand: the program says which cable to pull</source>
        <extracomment>@option:radio</extracomment>
        <translation>手工(&amp;H)：程序提示拔哪根网线</translation>
    </message>
    <message>
        <source>&amp;Automatic: the links are switched off and on</source>
        <extracomment>@option:radio</extracomment>
        <translation>自动(&amp;A)：由程序断开和恢复链路</translation>
    </message>
    <message>
        <source>&amp;Longest outage allowed</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>允许的最长中断(&amp;L)</translation>
    </message>
    <message>
        <source> ms</source>
        <extracomment>@item:valuesuffix milliseconds</extracomment>
        <translation> ms</translation>
    </message>
    <message>
        <source>Slaves to test</source>
        <translation>要测试的成员网卡</translation>
    </message>
    <message>
        <source>Ping targets</source>
        <translation>Ping 目标</translation>
    </message>
    <message>
        <source>Longest outage allowed</source>
        <translation>允许的最长中断</translation>
    </message>
    <message>
        <source>The helper is not there.</source>
        <extracomment>@info:tooltip</extracomment>
        <translation>特权助手不可用。</translation>
    </message>
    <message>
        <source>%1 does not exist now.</source>
        <extracomment>@info:status</extracomment>
        <translation>%1 目前不存在。</translation>
    </message>
    <message>
        <source>%1 has fewer than two slaves: there is nothing to fail over to.</source>
        <extracomment>@info:status</extracomment>
        <translation>%1 的成员网卡少于两块，无法进行故障切换。</translation>
    </message>
    <message>
        <source>Choose at least one slave.</source>
        <extracomment>@info:status</extracomment>
        <translation>请至少选择一块成员网卡。</translation>
    </message>
    <message>
        <source>Enter an address to ping, for example the gateway: the outage is measured with it.</source>
        <extracomment>@info:status</extracomment>
        <translation>请输入要 ping 的地址，例如网关：用它来测量中断时间。</translation>
    </message>
    <message>
        <source>At most eight ping targets.</source>
        <extracomment>@info:status</extracomment>
        <translation>Ping 目标最多八个。</translation>
    </message>
    <message>
        <source>“%1” is not an address that can be pinged.</source>
        <extracomment>@info:status</extracomment>
        <translation>“%1”不是可以 ping 的地址。</translation>
    </message>
    <message>
        <source>Each slave loses its link and gets it again, one after the other, while the targets are pinged. The last working link is never taken down.</source>
        <extracomment>@info</extracomment>
        <translation>在 ping 各目标的同时，逐一断开并恢复每个成员网卡的链路。绝不会断开最后一条可用链路。</translation>
    </message>
    <message numerus="yes">
        <source>If anything dies meanwhile, the helper brings the link up again within %n seconds.</source>
        <extracomment>@info</extracomment>
        <translation>
            <numerusform>期间如有任何程序异常终止，特权助手会在 %n 秒内恢复链路。</numerusform>
        </translation>
    </message>
    <message>
        <source>The program itself switches nothing</source>
        <translation>程序本身不断开任何链路</translation>
    </message>
    <message>
        <source>Only those that are marked lose their link</source>
        <translation>只有勾选的成员网卡会断开链路</translation>
    </message>
    <message>
        <source>The test fails if an outage is longer</source>
        <translation>中断超过此时间则测试不通过</translation>
    </message>
</context>
</TS>
