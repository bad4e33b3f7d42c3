<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>bondwright::models::BondTreeModel</name>
    <message>
        <source>active</source>
        <extracomment>@status of a slave: carries traffic</extracomment>
        <translation>活动</translation>
    </message>
    <message>
        <source>standby</source>
        <extracomment>@status of a slave: ready to take over</extracomment>
        <translation>备用</translation>
    </message>
    <message>
        <source>link down</source>
        <extracomment>@status of a slave: cable out or switch port off</extracomment>
        <translation>链路断开</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>@title:column name of a bond or slave</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>@title:column</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Link</source>
        <extracomment>@title:column</extracomment>
        <translation>链路</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>@title:column</extracomment>
        <translation>速率</translation>
    </message>
    <message>
        <source>MII</source>
        <extracomment>@title:column link state as the bond&apos;s monitoring sees it</extracomment>
        <translation>MII</translation>
    </message>
    <message>
        <source>Failures</source>
        <extracomment>@title:column how often a slave lost its link</extracomment>
        <translation>断开次数</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>@title:column data rate</extracomment>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>@title:column data rate</extracomment>
        <translation>发送</translation>
    </message>
    <message>
        <source>Switch port</source>
        <extracomment>@title:column where a NIC&apos;s cable ends: a switch and its port</extracomment>
        <translation>交换机端口</translation>
    </message>
</context>
<context>
    <name>bondwright::models::ChangeSteps</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>@info after some reasons why a change was reverted</extracomment>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirmation</source>
        <extracomment>@status a step of a change: the administrator is asked whether to keep it</extracomment>
        <translation>确认</translation>
    </message>
    <message>
        <source>%1: done</source>
        <extracomment>@status %1 a step of a change, %2 how long it took</extracomment>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>%1: done, %2</source>
        <translation>%1：已完成，%2</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <extracomment>@status %1 a step of a change, %2 how long it took</extracomment>
        <translation>%1：失败</translation>
    </message>
    <message>
        <source>%1: failed, %2</source>
        <translation>%1：失败，%2</translation>
    </message>
    <message>
        <source>%1: skipped</source>
        <extracomment>@status %1 a step of a change that was not reached</extracomment>
        <translation>%1：已跳过</translation>
    </message>
</context>
<context>
    <name>bondwright::models::EventModel</name>
    <message>
        <source>Time</source>
        <extracomment>@title:column when an event happened</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Bond</source>
        <extracomment>@title:column name of a bond</extracomment>
        <translation>绑定接口</translation>
    </message>
    <message>
        <source>Slave</source>
        <extracomment>@title:column name of a slave</extracomment>
        <translation>成员网卡</translation>
    </message>
    <message>
        <source>Event</source>
        <extracomment>@title:column what happened, a sentence</extracomment>
        <translation>事件</translation>
    </message>
    <message>
        <source>Outage</source>
        <extracomment>@title:column how long nothing got through, as measured by ping</extracomment>
        <translation>中断时长</translation>
    </message>
</context>
<context>
    <name>bondwright::models::HostBondsModel</name>
    <message>
        <source>Host</source>
        <extracomment>@title:column a computer</extracomment>
        <translation>主机</translation>
    </message>
    <message>
        <source>Bond</source>
        <extracomment>@title:column</extracomment>
        <translation>绑定接口</translation>
    </message>
    <message>
        <source>Mode</source>
        <extracomment>@title:column of a bond</extracomment>
        <translation>模式</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>@title:column of a bond, in a word</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>@title:column since when the state is so</extracomment>
        <translation>始于</translation>
    </message>
    <message>
        <source>Active slave</source>
        <extracomment>@title:column name of the slave that carries the traffic</extracomment>
        <translation>活动成员网卡</translation>
    </message>
    <message>
        <source>Last failover</source>
        <extracomment>@title:column when it was</extracomment>
        <translation>上次故障切换</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>@title:column of a bond</extracomment>
        <translation>速率</translation>
    </message>
</context>
<context>
    <name>bondwright::models::HostWatch</name>
    <message>
        <source>connecting…</source>
        <extracomment>@status of a host</extracomment>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>not reached</source>
        <extracomment>@status of a host</extracomment>
        <translation>未连接上</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <extracomment>@status of a host, %1 a time</extracomment>
        <translation>最后在线 %1</translation>
    </message>
    <message>
        <source>no bond</source>
        <extracomment>@status of a host</extracomment>
        <translation>没有绑定接口</translation>
    </message>
    <message numerus="yes">
        <source>%n bond(s), %1</source>
        <extracomment>@status of a host, %n bonds, %1 how the worst of them is, such as “healthy”</extracomment>
        <translation>
            <numerusform>%n 个绑定接口，%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::models::HostsModel</name>
    <message>
        <source>All hosts</source>
        <extracomment>@item first row of the list of hosts</extracomment>
        <translation>所有主机</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>@item %1 a host, %2 its state</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>@item of the list of hosts: a group of them, %1 its name, %2 &quot;3 hosts&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n 台主机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n to look at</source>
        <extracomment>@item of the list of hosts: a group of them, %1 its name, %2 &quot;3 hosts&quot;, %n of these</extracomment>
        <translation>
            <numerusform>%1：%2，%n 台需要查看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::models::NicJudge</name>
    <message>
        <source>Slave of %1</source>
        <extracomment>@info %1 is a bond</extracomment>
        <translation>%1 的成员网卡</translation>
    </message>
    <message>
        <source>Port of %1</source>
        <extracomment>@info %1 is a bridge or another interface that holds this one</extracomment>
        <translation>%1 的端口</translation>
    </message>
    <message>
        <source>In use: %1, default route</source>
        <extracomment>@info %1 is an address with prefix length</extracomment>
        <translation>使用中：%1，承载默认路由</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <extracomment>@info %1 is an address with prefix length</extracomment>
        <translation>使用中：%1</translation>
    </message>
    <message>
        <source>loopback</source>
        <extracomment>@info kind of interface, in a table</extracomment>
        <translation>回环</translation>
    </message>
    <message>
        <source>wireless</source>
        <extracomment>@info kind of interface, in a table</extracomment>
        <translation>无线</translation>
    </message>
    <message>
        <source>no Ethernet</source>
        <extracomment>@info kind of interface, in a table</extracomment>
        <translation>非以太网</translation>
    </message>
    <message>
        <source>The loopback interface has no cable.</source>
        <extracomment>@info why a NIC cannot be bonded</extracomment>
        <translation>回环接口没有网线。</translation>
    </message>
    <message>
        <source>Access points refuse a second MAC address: wireless NICs do not work in a bond.</source>
        <extracomment>@info why a NIC cannot be bonded</extracomment>
        <translation>无线接入点不接受第二个 MAC 地址：无线网卡不能用于绑定接口。</translation>
    </message>
    <message>
        <source>It is made of other interfaces (%1): bond those instead.</source>
        <extracomment>@info why a NIC cannot be bonded; %1 is a kind such as vlan</extracomment>
        <translation>它由其他接口组成（%1）：请直接绑定那些接口。</translation>
    </message>
    <message>
        <source>It is a tunnel (%1), not a NIC.</source>
        <extracomment>@info why a NIC cannot be bonded; %1 is a kind such as tun</extracomment>
        <translation>它是隧道（%1），不是网卡。</translation>
    </message>
    <message>
        <source>It is not an Ethernet NIC.</source>
        <extracomment>@info why a NIC cannot be bonded</extracomment>
        <translation>它不是以太网卡。</translation>
    </message>
</context>
<context>
    <name>bondwright::models::NicModel</name>
    <message>
        <source>Free</source>
        <extracomment>@status of a NIC that carries nothing</extracomment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Link</source>
        <extracomment>@title:column whether there is a link</extracomment>
        <translation>链路</translation>
    </message>
    <message>
        <source>Use</source>
        <extracomment>@title:column free, used or not usable</extracomment>
        <translation>用途</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>@title:column link speed</extracomment>
        <translation>速率</translation>
    </message>
    <message>
        <source>Driver</source>
        <extracomment>@title:column kernel driver of a NIC</extracomment>
        <translation>驱动</translation>
    </message>
    <message>
        <source>Slot</source>
        <extracomment>@title:column bus address of a NIC, e.g. 0000:03:00.1</extracomment>
        <translation>插槽</translation>
    </message>
    <message>
        <source>Addresses</source>
        <extracomment>@title:column IP addresses</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>MAC address</source>
        <extracomment>@title:column hardware address</extracomment>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>Not usable: %1</source>
        <extracomment>@status of a NIC that cannot be bonded; %1 why, in a word or two</extracomment>
        <translation>不可用：%1</translation>
    </message>
    <message>
        <source>In use, default route</source>
        <extracomment>@status of a NIC that carries an address</extracomment>
        <translation>使用中，默认路由</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>NIC</source>
        <extracomment>@title:column NIC</extracomment>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Switch port</source>
        <extracomment>@title:column where a NIC&apos;s cable ends: a switch and its port</extracomment>
        <translation>交换机端口</translation>
    </message>
</context>
<context>
    <name>bondwright::models::PlanText</name>
    <message>
        <source>none</source>
        <extracomment>@info how a bond gets its address</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>link-local only</source>
        <extracomment>@info how a bond gets its address</extracomment>
        <translation>仅链路本地</translation>
    </message>
    <message>
        <source>automatic</source>
        <extracomment>@info how a bond gets its address</extracomment>
        <translation>自动</translation>
    </message>
    <message>
        <source>gateway %1</source>
        <translation>网关 %1</translation>
    </message>
    <message>
        <source>DNS %1</source>
        <translation>DNS %1</translation>
    </message>
    <message>
        <source>Slaves: %1</source>
        <translation>成员网卡：%1</translation>
    </message>
    <message>
        <source>Options: %1</source>
        <translation>选项：%1</translation>
    </message>
    <message>
        <source>MAC address: %1</source>
        <translation>MAC 地址：%1</translation>
    </message>
    <message>
        <source>MTU: %1</source>
        <translation>MTU：%1</translation>
    </message>
    <message>
        <source>VLAN %1 (%2): IPv4 %3; IPv6 %4</source>
        <translation>VLAN %1（%2）：IPv4 %3；IPv6 %4</translation>
    </message>
    <message>
        <source>IPv4: %1</source>
        <translation>IPv4：%1</translation>
    </message>
    <message>
        <source>IPv6: %1</source>
        <translation>IPv6：%1</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>模式：%1</translation>
    </message>
    <message>
        <source>route to %1</source>
        <extracomment>@info %1 a network</extracomment>
        <translation>到 %1 的路由</translation>
    </message>
    <message>
        <source>route to %1 through %2</source>
        <extracomment>@info %1 a network, %2 a gateway</extracomment>
        <translation>经 %2 到 %1 的路由</translation>
    </message>
    <message>
        <source>metric %1</source>
        <translation>度量值 %1</translation>
    </message>
    <message>
        <source>search domains %1</source>
        <translation>搜索域 %1</translation>
    </message>
    <message>
        <source>Does not start when the host starts</source>
        <translation>不随主机启动</translation>
    </message>
    <message>
        <source>%1, metric %2</source>
        <extracomment>@info %1 a route, %2 its metric</extracomment>
        <translation>%1（度量值 %2）</translation>
    </message>
    <message>
        <source>%1; MTU %2</source>
        <extracomment>@info %1 what a VLAN has, %2 a number</extracomment>
        <translation>%1；MTU %2</translation>
    </message>
</context>
<context>
    <name>bondwright::models::RolloutModel</name>
    <message>
        <source>Host</source>
        <extracomment>@title:column a computer</extracomment>
        <translation>主机</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>@title:column the address that a host&apos;s bond gets</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>@title:column how far a host of a roll-out has come</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Bond now</source>
        <extracomment>@title:column how the bond of a host is now</extracomment>
        <translation>当前绑定接口</translation>
    </message>
    <message>
        <source>Only on this host</source>
        <extracomment>@title:column what of the files other hosts do not have</extracomment>
        <translation>仅此主机</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>@title:column</extracomment>
        <translation>详情</translation>
    </message>
    <message>
        <source>NICs</source>
        <extracomment>@title:column those that a rule has chosen on a host</extracomment>
        <translation>网卡</translation>
    </message>
</context>
<context>
    <name>bondwright::models::Texts</name>
    <message>
        <source>unknown</source>
        <extracomment>@info speed of a NIC that cannot be read</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>half</source>
        <extracomment>@info duplex of a link</extracomment>
        <translation>半双工</translation>
    </message>
    <message>
        <source>full</source>
        <extracomment>@info duplex of a link</extracomment>
        <translation>全双工</translation>
    </message>
    <message>
        <source>unknown duplex</source>
        <extracomment>@info duplex of a link</extracomment>
        <translation>双工未知</translation>
    </message>
    <message>
        <source>up</source>
        <extracomment>@status of a slave&apos;s link as its bond sees it</extracomment>
        <translation>正常</translation>
    </message>
    <message>
        <source>going down</source>
        <extracomment>@status of a slave&apos;s link: lost, the bond still waits downdelay</extracomment>
        <translation>即将断开</translation>
    </message>
    <message>
        <source>down</source>
        <extracomment>@status of a slave&apos;s link as its bond sees it</extracomment>
        <translation>断开</translation>
    </message>
    <message>
        <source>going back</source>
        <extracomment>@status of a slave&apos;s link: there again, the bond still waits updelay</extracomment>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>@status of a slave&apos;s link as its bond sees it</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>@info duration in milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>@info duration in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>@info duration in minutes and seconds</extracomment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>@info duration in hours and minutes</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>B/s</source>
        <extracomment>@info units of a data rate in bytes, with decimal prefixes</extracomment>
        <translation>B/s</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/s</translation>
    </message>
    <message>
        <source>TB/s</source>
        <translation>TB/s</translation>
    </message>
    <message>
        <source>%1 Gbit/s</source>
        <extracomment>@info link speed, %1 is a number such as 10 or 2.5</extracomment>
        <translation>%1 Gbit/s</translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <extracomment>@info link speed</extracomment>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>bit/s</source>
        <extracomment>@info units of a data rate, with decimal prefixes</extracomment>
        <translation>bit/s</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>Gbit/s</source>
        <translation>Gbit/s</translation>
    </message>
    <message>
        <source>Tbit/s</source>
        <translation>Tbit/s</translation>
    </message>
    <message>
        <source>before applying %1</source>
        <extracomment>@label why a backup was made, %1 a bond</extracomment>
        <translation>应用 %1 之前</translation>
    </message>
    <message>
        <source>before renaming %1 to %2</source>
        <extracomment>@label why a backup was made, %1 and %2 a bond&apos;s names</extracomment>
        <translation>将 %1 重命名为 %2 之前</translation>
    </message>
    <message>
        <source>before removing %1</source>
        <extracomment>@label why a backup was made, %1 a bond</extracomment>
        <translation>删除 %1 之前</translation>
    </message>
    <message>
        <source>before restoring a backup</source>
        <extracomment>@label why a backup was made</extracomment>
        <translation>恢复备份之前</translation>
    </message>
    <message>
        <source>before migrating %1</source>
        <extracomment>@label why a backup was made, %1 a bond</extracomment>
        <translation>迁移 %1 之前</translation>
    </message>
    <message>
        <source>before writing the files of %1</source>
        <extracomment>@label why a backup was made, %1 a bond</extracomment>
        <translation>写入 %1 的文件之前</translation>
    </message>
    <message>
        <source>the network service</source>
        <extracomment>@info who reads the files</extracomment>
        <translation>network 服务</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>separates the words of a list</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>switched off</source>
        <extracomment>@status of an interface that was switched off by the administrator</extracomment>
        <translation>已停用</translation>
    </message>
    <message>
        <source>link up</source>
        <extracomment>@status of an interface: whether a cable is in and the other end is alive</extracomment>
        <translation>链路正常</translation>
    </message>
    <message>
        <source>link down</source>
        <translation>链路断开</translation>
    </message>
    <message>
        <source>active</source>
        <extracomment>@status LACP activity</extracomment>
        <translation>主动</translation>
    </message>
    <message>
        <source>passive</source>
        <translation>被动</translation>
    </message>
    <message>
        <source>fast</source>
        <extracomment>@status LACP rate</extracomment>
        <translation>快速</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢速</translation>
    </message>
    <message>
        <source>individual</source>
        <extracomment>@status LACP: the port may not be aggregated</extracomment>
        <translation>不可聚合</translation>
    </message>
    <message>
        <source>in sync</source>
        <extracomment>@status LACP synchronization</extracomment>
        <translation>已同步</translation>
    </message>
    <message>
        <source>not in sync</source>
        <translation>未同步</translation>
    </message>
    <message>
        <source>collecting</source>
        <extracomment>@status LACP</extracomment>
        <translation>收集</translation>
    </message>
    <message>
        <source>distributing</source>
        <extracomment>@status LACP</extracomment>
        <translation>分发</translation>
    </message>
    <message>
        <source>no partner heard</source>
        <extracomment>@status LACP: defaulted, nothing received from the partner</extracomment>
        <translation>未收到对端</translation>
    </message>
    <message>
        <source>partner timed out</source>
        <extracomment>@status LACP</extracomment>
        <translation>对端超时</translation>
    </message>
</context>
</TS>
