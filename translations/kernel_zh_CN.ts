<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Diagnosis</name>
    <message>
        <source>, </source>
        <extracomment>@info between the names in a list</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>@info a time, %1 seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>@info a time, %1 minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>The configuration of %1 names %2; in the bond: %3.</source>
        <extracomment>@info evidence, %1 bond, %2 NICs, %3 those of them that are in the bond</extracomment>
        <translation>%1 的配置包含 %2；实际在绑定接口中的：%3。</translation>
    </message>
    <message>
        <source>%1 belongs to %2 by its configuration, but this host has no such NIC.</source>
        <extracomment>@info cause, %1 NIC, %2 bond</extracomment>
        <translation>配置中 %1 属于 %2，但该主机没有这块网卡。</translation>
    </message>
    <message>
        <source>Check whether %1 has failed, was removed, or has another name or slot now.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请检查 %1 是否损坏、被拔出，或名称、插槽已改变。</translation>
    </message>
    <message>
        <source>The NIC %1 of %2 is named %3 now, so it is not in the bond.</source>
        <extracomment>@info cause, %1 former name of a NIC, %2 bond, %3 its name now</extracomment>
        <translation>%2 的网卡 %1 现在名为 %3，因此不在绑定接口中。</translation>
    </message>
    <message>
        <source>Change the configuration of %1 to %2.</source>
        <extracomment>@info next step, %1 bond, %2 NIC</extracomment>
        <translation>请将 %1 的配置改为 %2。</translation>
    </message>
    <message>
        <source>%1 belongs to %2 by its configuration, but is in %3.</source>
        <extracomment>@info cause, %1 NIC, %2 bond, %3 another bond or bridge</extracomment>
        <translation>配置中 %1 属于 %2，但它实际在 %3 中。</translation>
    </message>
    <message>
        <source>Find the other profile or file that uses %1.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请找出使用 %1 的其他连接配置或文件。</translation>
    </message>
    <message>
        <source>%1 belongs to %2 by its configuration, but is not in the bond.</source>
        <extracomment>@info cause, %1 NIC, %2 bond</extracomment>
        <translation>配置中 %1 属于 %2，但它不在绑定接口中。</translation>
    </message>
    <message>
        <source>Activate %2 again, and look for another profile or file that uses %1.</source>
        <extracomment>@info next step, %1 NIC, %2 bond</extracomment>
        <translation>请重新激活 %2，并查找使用 %1 的其他连接配置或文件。</translation>
    </message>
    <message>
        <source>%1 is in %2, but not in its configuration: it will be missing after a restart.</source>
        <extracomment>@info cause, %1 NIC, %2 bond</extracomment>
        <translation>%1 在 %2 中，但不在其配置中：重启后将缺少它。</translation>
    </message>
    <message>
        <source>Add %1 to the configuration of %2, or remove it from the bond.</source>
        <extracomment>@info next step, %1 NIC, %2 bond</extracomment>
        <translation>请将 %1 加入 %2 的配置，或将其移出绑定接口。</translation>
    </message>
    <message>
        <source>every second</source>
        <extracomment>@info how often LACP frames are asked for</extracomment>
        <translation>每秒一次</translation>
    </message>
    <message>
        <source>every 30 seconds</source>
        <translation>每 30 秒一次</translation>
    </message>
    <message>
        <source>The switch answers LACP on %1, but says that its port stands alone (individual).</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>交换机在 %1 上应答 LACP，但声明其端口为独立端口（individual）。</translation>
    </message>
    <message>
        <source>Put the switch port of %1 into the port channel of the others, with the same speed and VLANs.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请将 %1 的交换机端口加入其他端口所在的聚合组，速率和 VLAN 保持一致。</translation>
    </message>
    <message>
        <source>The links run at different speeds (%1), and LACP joins only equal ones: only one part carries traffic.</source>
        <extracomment>@info cause, %1 NICs with their speeds</extracomment>
        <translation>各链路速率不同（%1），LACP 只聚合速率相同的链路：只有一部分承载流量。</translation>
    </message>
    <message>
        <source>Bring %1 to the speed of the others: cable, module, or the speed set on the switch port.</source>
        <extracomment>@info next step, %1 NICs</extracomment>
        <translation>请使 %1 与其他链路速率一致：检查网线、模块或交换机端口的速率设置。</translation>
    </message>
    <message>
        <source>LACP on %1 does not come to an agreement (churned).</source>
        <extracomment>@info cause, %1 NIC; &quot;churned&quot; is the word of the LACP standard and the driver</extracomment>
        <translation>%1 上的 LACP 未达成一致（churned）。</translation>
    </message>
    <message>
        <source>Compare both sides of %1: same port channel, same rate (lacp_rate), same VLANs.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请核对 %1 两端：相同的聚合组、相同的速率（lacp_rate）、相同的 VLAN。</translation>
    </message>
    <message>
        <source>This host asks for LACP frames %1, the switch %2.</source>
        <extracomment>@info evidence: how often each side asks for LACP frames</extracomment>
        <translation>该主机要求 LACP 报文%1，交换机要求%2。</translation>
    </message>
    <message>
        <source>LACP runs at two rates on %3: this host asks for frames %1, the switch %2. A way that is dead with its link up is noticed after 3 s on one side and after 90 s on the other.</source>
        <extracomment>@info cause, %1 and %2 how often LACP frames are asked for, %3 NICs</extracomment>
        <translation>%3 上两端的 LACP 速率不同：该主机要求报文%1，交换机要求%2。链路正常但已不通时，一端 3 秒后发现，另一端 90 秒后才发现。</translation>
    </message>
    <message>
        <source>Set the same rate on both sides: lacp_rate=%1 here, or the other rate on the switch.</source>
        <extracomment>@info next step; lacp_rate is an option, %1 its value</extracomment>
        <translation>请将两端设为相同速率：该主机设置 lacp_rate=%1，或修改交换机的速率。</translation>
    </message>
    <message>
        <source>The link of %1 is up, but its driver reports no speed, unlike %2.</source>
        <extracomment>@info cause, %1 and %2 NICs</extracomment>
        <translation>%1 的链路已连接，但驱动不报告速率，而 %2 报告。</translation>
    </message>
    <message>
        <source>Take the link of %1 down and up again; if that does not help, check cable, module and firmware.</source>
        <extracomment>@info next step, %1 NICs</extracomment>
        <translation>请断开再连接 %1 的链路；如果无效，请检查网线、模块和固件。</translation>
    </message>
    <message>
        <source>%1 runs at %2 Mbit/s, %3 at %4 Mbit/s.</source>
        <extracomment>@info cause, %1 and %3 NICs, %2 and %4 numbers</extracomment>
        <translation>%1 的速率为 %2 Mbit/s，%3 为 %4 Mbit/s。</translation>
    </message>
    <message>
        <source>Check the cable of %1 and the speed set on its switch port.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请检查 %1 的网线及其交换机端口的速率设置。</translation>
    </message>
    <message>
        <source>%1 runs in half duplex: one side negotiates and the other does not.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>%1 处于半双工：一端自动协商，另一端没有。</translation>
    </message>
    <message>
        <source>Set both %1 and its switch port to auto-negotiation, or both to the same fixed speed and full duplex.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请将 %1 及其交换机端口都设为自动协商，或都设为相同的固定速率和全双工。</translation>
    </message>
    <message>
        <source>%1 counts receive or transmit errors.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>%1 出现收发错误。</translation>
    </message>
    <message>
        <source>Replace the cable or module of %1, then try another switch port.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请更换 %1 的网线或模块，然后换一个交换机端口试试。</translation>
    </message>
    <message>
        <source>In the last minute %1 errors in %2 frames.</source>
        <extracomment>@info evidence, %1 and %2 numbers</extracomment>
        <translation>最近一分钟 %2 个帧中有 %1 个错误。</translation>
    </message>
    <message>
        <source>The link of %1 is flapping.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>%1 的链路反复断开。</translation>
    </message>
    <message>
        <source>%1 times in the last hour, about every %2.</source>
        <extracomment>@info evidence, %1 a number, %2 a time</extracomment>
        <translation>最近一小时 %1 次，约每 %2 一次。</translation>
    </message>
    <message>
        <source>Replace the cable or module of %1. Until then, updelay=%2 keeps traffic off it.</source>
        <extracomment>@info next step, %1 NIC, %2 milliseconds; updelay is an option</extracomment>
        <translation>请更换 %1 的网线或模块。在此之前，设置 updelay=%2 可使流量避开它。</translation>
    </message>
    <message>
        <source>Replace the cable or module of %1, or its switch port.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请更换 %1 的网线、模块或交换机端口。</translation>
    </message>
    <message>
        <source>Nearly all transmitted traffic uses %1.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>几乎所有发送流量都经过 %1。</translation>
    </message>
    <message>
        <source>Check whether it is a single connection: that always uses one link.</source>
        <extracomment>@info next step; xmit_hash_policy and its value are the kernel&apos;s words</extracomment>
        <translation>请确认是否只有一个连接：单个连接始终只用一条链路。</translation>
    </message>
    <message>
        <source>%1 % of the bytes of the last minute, with xmit_hash_policy %2.</source>
        <extracomment>@info evidence, %1 a percentage; xmit_hash_policy is an option, %2 its value</extracomment>
        <translation>最近一分钟字节数的 %1 %，xmit_hash_policy 为 %2。</translation>
    </message>
    <message>
        <source>The link of %1 is up, but it receives no frames.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>%1 的链路已连接，但收不到任何帧。</translation>
    </message>
    <message>
        <source>Check the VLAN and the state of the switch port of %1, then its cable.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请检查 %1 的交换机端口的 VLAN 和状态，然后检查网线。</translation>
    </message>
    <message>
        <source>%1 received no frame for %2; the other slaves received %3 in the last minute.</source>
        <extracomment>@info evidence, %1 NIC, %2 a time, %3 number of frames</extracomment>
        <translation>%1 已 %2 没有收到帧；其他成员网卡最近一分钟收到 %3 个。</translation>
    </message>
    <message>
        <source>%1 is a virtual NIC: miimon sees the link that the hypervisor reports, not whether the real switch can be reached.</source>
        <extracomment>@info cause, %1 NICs; miimon is an option</extracomment>
        <translation>%1 是虚拟网卡：miimon 只能看到虚拟机管理程序报告的链路，无法得知物理交换机是否可达。</translation>
    </message>
    <message>
        <source>In mode active-backup, monitor with arp_interval and arp_ip_target instead; or let the hypervisor do the bonding.</source>
        <extracomment>@info next step; arp_interval and arp_ip_target are options</extracomment>
        <translation>在 active-backup 模式下请改用 arp_interval 和 arp_ip_target 监测；或由虚拟机管理程序做绑定。</translation>
    </message>
    <message>
        <source>%1 is wireless: an access point takes frames only from the address that logged in.</source>
        <extracomment>@info cause, %1 NICs</extracomment>
        <translation>%1 是无线网卡：接入点只接受已登录的 MAC 地址发来的帧。</translation>
    </message>
    <message>
        <source>Use mode active-backup with fail_over_mac=active and the cable as primary.</source>
        <extracomment>@info next step; active-backup, fail_over_mac and its value are the kernel&apos;s words</extracomment>
        <translation>请使用 active-backup 模式，设置 fail_over_mac=active，并以有线网卡为首选网卡。</translation>
    </message>
    <message>
        <source>%1 in mode %2 is a port of the bridge %3: its balancing rewrites addresses that the guests behind the bridge need.</source>
        <extracomment>@info cause, %1 bond, %2 mode, %3 bridge</extracomment>
        <translation>模式 %2 的 %1 是网桥 %3 的端口：其负载均衡会改写网桥后面虚拟机所需的 MAC 地址。</translation>
    </message>
    <message>
        <source>Use active-backup or 802.3ad below a bridge.</source>
        <extracomment>@info next step; modes by the kernel&apos;s names</extracomment>
        <translation>在网桥下请使用 active-backup 或 802.3ad。</translation>
    </message>
    <message>
        <source>All cables of %1 end in %2: when that switch restarts, the bond is down.</source>
        <extracomment>@info cause, %1 bond, %2 switch</extracomment>
        <translation>%1 的所有网线都接到 %2：该交换机重启时绑定接口会中断。</translation>
    </message>
    <message>
        <source>If that must not be, spread the cables over the members of a stack or an MLAG pair.</source>
        <extracomment>@info next step</extracomment>
        <translation>如果不允许这样，请将网线分散到堆叠或 MLAG 的各成员上。</translation>
    </message>
    <message>
        <source>If that must not be, plug one cable into another switch of the same network.</source>
        <translation>如果不允许这样，请将一根网线改接到同一网络的另一台交换机。</translation>
    </message>
    <message>
        <source>The cables end in switches that are not one LACP partner (%1).</source>
        <extracomment>@info cause, %1 NICs and the switch ports where their cables end</extracomment>
        <translation>网线接到了不属于同一 LACP 对端的交换机（%1）。</translation>
    </message>
    <message>
        <source>Plug all cables into one switch, or make the switches one by a stack or MLAG.</source>
        <extracomment>@info next step</extracomment>
        <translation>请将所有网线接到同一台交换机，或用堆叠或 MLAG 将这些交换机合为一体。</translation>
    </message>
    <message>
        <source>The switch ports of %1 are in different VLANs.</source>
        <extracomment>@info cause, %1 bond</extracomment>
        <translation>%1 的各交换机端口属于不同的 VLAN。</translation>
    </message>
    <message>
        <source>Give all of these ports the same VLAN.</source>
        <extracomment>@info next step</extracomment>
        <translation>请将这些端口设为相同的 VLAN。</translation>
    </message>
    <message>
        <source>The switch has the port of %1 in a port channel, but not the port of %2.</source>
        <extracomment>@info cause, %1 and %2 NICs</extracomment>
        <translation>交换机上 %1 的端口在聚合组中，而 %2 的端口不在。</translation>
    </message>
    <message>
        <source>Put the switch port of %1 into the same port channel.</source>
        <extracomment>@info next step, %1 NICs</extracomment>
        <translation>请将 %1 的交换机端口加入同一聚合组。</translation>
    </message>
    <message>
        <source>The cable of %1 was in %2 and is in %3 now.</source>
        <extracomment>@info cause, %1 NIC, %2 and %3 switch ports</extracomment>
        <translation>%1 的网线原来接 %2，现在接 %3。</translation>
    </message>
    <message>
        <source>The cable of %1 ends in %2.</source>
        <extracomment>@info evidence, %1 NIC, %2 a switch and its port</extracomment>
        <translation>%1 的网线接到 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 does not run as it is configured (%n difference(s)): it will change with the next restart.</source>
        <extracomment>@info cause, %1 bond, %n differences</extracomment>
        <translation>
            <numerusform>%1 的运行状态与配置不符（%n 处差异）：下次重启后会改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply the configuration of %1 again, or write what runs into it.</source>
        <extracomment>@info next step, %1 bond</extracomment>
        <translation>请重新应用 %1 的配置，或把正在运行的设置写入配置。</translation>
    </message>
    <message>
        <source>%1 is to get its address by DHCP and has none. The server sees it as %2.</source>
        <extracomment>@info cause, %1 bond, %2 its address</extracomment>
        <translation>%1 应通过 DHCP 获得地址，却没有地址。服务器看到它的地址为 %2。</translation>
    </message>
    <message>
        <source>Check that the DHCP server answers in this VLAN and knows %1, if it knows its clients by their addresses.</source>
        <extracomment>@info next step, %1 address</extracomment>
        <translation>请检查 DHCP 服务器是否在此 VLAN 中应答；如果它按地址识别客户端，还要检查它是否认识 %1。</translation>
    </message>
    <message>
        <source>Before they were bonded, the server saw other addresses: %1.</source>
        <extracomment>@info evidence, %1 NICs with their addresses</extracomment>
        <translation>绑定之前，服务器看到的是其他地址：%1。</translation>
    </message>
    <message>
        <source>%1 sends nothing, although mode %2 sends over every slave.</source>
        <extracomment>@info cause, %1 NICs, %2 a mode</extracomment>
        <translation>%1 没有发送任何帧，而模式 %2 应通过每块成员网卡发送。</translation>
    </message>
    <message>
        <source>Take the link of %1 down and up again, and look into the kernel&apos;s log for messages of its driver.</source>
        <extracomment>@info next step, %1 NICs</extracomment>
        <translation>请断开并恢复 %1 的链路，并在内核日志中查看其驱动的消息。</translation>
    </message>
    <message numerus="yes">
        <source>Another slave has sent %n frame(s) in the last minute.</source>
        <extracomment>@info evidence, %n frames</extracomment>
        <translation>
            <numerusform>另一块成员网卡在最近一分钟内发送了 %n 帧。</numerusform>
        </translation>
    </message>
    <message>
        <source>The ARP targets (%1) answer over %2 only, so %3 is not used although its link is up: a switch with a LAG sends all answers over one port.</source>
        <extracomment>@info cause, %1 addresses, %2 and %3 NICs</extracomment>
        <translation>ARP 目标（%1）只通过 %2 应答，因此 %3 链路正常却未被使用：配置了聚合组的交换机会从同一个端口发送所有应答。</translation>
    </message>
    <message>
        <source>Monitor the links by miimon=100 instead of arp_interval, or use mode 802.3ad.</source>
        <extracomment>@info next step; miimon, arp_interval and 802.3ad are the kernel&apos;s words</extracomment>
        <translation>请用 miimon=100 代替 arp_interval 监测链路，或使用 802.3ad 模式。</translation>
    </message>
    <message>
        <source>When the link of %1 had returned, it was used before the switch forwarded on it.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>%1 的链路恢复后，在交换机开始转发之前就被使用了。</translation>
    </message>
    <message>
        <source>Set updelay to %1, or the switch port to forward at once (edge port, portfast).</source>
        <translation>请将 updelay 设为 %1，或让交换机端口立即转发（边缘端口、portfast）。</translation>
    </message>
    <message>
        <source>%1 became active, sent, and received nothing for %2; forwarding began %3 after the link was up.</source>
        <extracomment>@info evidence, %1 NIC, %2 and %3 durations</extracomment>
        <translation>%1 成为活动成员网卡并发送，但 %2 内没有收到任何帧；链路恢复 %3 后才开始转发。</translation>
    </message>
    <message>
        <source>The MTU of %1 is %2, that of %3 is %4: larger frames do not get through %1.</source>
        <extracomment>@info cause, %1 NIC, %2 its MTU, %3 bond, %4 its MTU</extracomment>
        <translation>%1 的 MTU 为 %2，%3 的 MTU 为 %4：较大的帧无法通过 %1。</translation>
    </message>
    <message>
        <source>The MTU of %1 is to be %2 by its configuration, and is %3.</source>
        <extracomment>@info cause, %1 VLAN interface, %2 and %3 MTUs</extracomment>
        <translation>%1 的 MTU 按配置应为 %2，实际为 %3。</translation>
    </message>
    <message>
        <source>%1 takes frames of at most %2 bytes; an MTU of %3 needs %4.</source>
        <extracomment>@info evidence, %1 switch port, %2 and %3 numbers of bytes</extracomment>
        <translation>%1 接受的帧最大为 %2 字节；MTU %3 需要 %4 字节。</translation>
    </message>
    <message>
        <source>The switch ports of %1 announce a smaller frame size than the bond&apos;s MTU needs.</source>
        <extracomment>@info cause, %1 NICs</extracomment>
        <translation>%1 的交换机端口通告的帧长小于绑定接口 MTU 所需。</translation>
    </message>
    <message>
        <source>Allow jumbo frames on these switch ports, or lower the MTU of the bond.</source>
        <extracomment>@info next step</extracomment>
        <translation>请在这些交换机端口上允许巨型帧，或减小绑定接口的 MTU。</translation>
    </message>
    <message>
        <source>%1 in mode %2 has virtual NICs (%3): it moves addresses between them, and the hypervisor&apos;s switch may drop frames from an address that it has not given to that NIC.</source>
        <extracomment>@info cause, %1 bond, %2 mode, %3 NICs</extracomment>
        <translation>%1 的模式为 %2，使用虚拟网卡（%3）：它会在网卡之间移动地址，而虚拟化平台的交换机可能丢弃源地址并非分配给该网卡的帧。</translation>
    </message>
    <message>
        <source>Use active-backup in a guest, or allow MAC address changes and forged transmits for it.</source>
        <extracomment>@info next step; active-backup is a mode</extracomment>
        <translation>在虚拟机中请使用 active-backup，或为其允许 MAC 地址更改和伪传输。</translation>
    </message>
    <message>
        <source>%1 is a virtual function: it can take the address of %2 only if its host trusts it.</source>
        <extracomment>@info cause, %1 NICs, %2 bond</extracomment>
        <translation>%1 是虚拟功能（VF）：只有宿主机信任它，它才能使用 %2 的地址。</translation>
    </message>
    <message>
        <source>On the host that owns the NIC, run “ip link set dev PF vf N trust on”, or use mode active-backup with fail_over_mac=active.</source>
        <extracomment>@info next step; commands and options of the kernel</extracomment>
        <translation>请在拥有该网卡的宿主机上运行“ip link set dev PF vf N trust on”，或使用 active-backup 模式并设置 fail_over_mac=active。</translation>
    </message>
    <message>
        <source>%1 is a NIC of a public cloud, which delivers frames only to the address that it has given to each NIC: a common address of the bond does not work on all of them.</source>
        <extracomment>@info cause, %1 NICs</extracomment>
        <translation>%1 是公有云的网卡，云平台只向分配给每块网卡的地址投递帧：绑定接口的公共地址无法在所有网卡上生效。</translation>
    </message>
    <message>
        <source>Use one NIC, whose failures the cloud handles, or mode active-backup with fail_over_mac=active.</source>
        <extracomment>@info next step; mode and option are the kernel&apos;s words</extracomment>
        <translation>请使用一块网卡，其故障由云平台处理；或使用 active-backup 模式并设置 fail_over_mac=active。</translation>
    </message>
    <message>
        <source>Switch LACP on at the other end of the cable of %1, or see where that cable ends.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请在 %1 网线的对端启用 LACP，或检查该网线接到了哪里。</translation>
    </message>
    <message>
        <source>This host asks for LACP frames %1; the other end has sent none.</source>
        <extracomment>@info evidence: how often this host asks for LACP frames</extracomment>
        <translation>此主机要求的 LACP 报文速率为 %1；对端未发送过任何 LACP 报文。</translation>
    </message>
    <message>
        <source>Try xmit_hash_policy=layer3+4, which spreads connections between the same hosts; “bondctl flows %1” counts what it would do.</source>
        <translation>可尝试 xmit_hash_policy=layer3+4，它能分散相同主机之间的多个连接；“bondctl flows %1”可统计其效果。</translation>
    </message>
    <message>
        <source>%1 flows, %2 frames, %3 sent.</source>
        <extracomment>@info %1 and %2 numbers, %3 with unit</extracomment>
        <translation>%1 条数据流，%2 个帧，共发送 %3。</translation>
    </message>
    <message>
        <source>%1 frames came too fast to be looked at.</source>
        <extracomment>@info %1 a number</extracomment>
        <translation>%1 个帧到达过快，未能检查。</translation>
    </message>
    <message>
        <source>%1 sent nothing meanwhile.</source>
        <extracomment>@info %1 bond</extracomment>
        <translation>%1 在此期间没有发送任何数据。</translation>
    </message>
    <message>
        <source>%1 runs in mode %2, which does not choose links by xmit_hash_policy.</source>
        <extracomment>@info %1 bond, %2 mode; xmit_hash_policy is an option</extracomment>
        <translation>%1 运行在 %2 模式下，该模式不按 xmit_hash_policy 选择链路。</translation>
    </message>
    <message>
        <source>One flow sends nearly all of it: no xmit_hash_policy divides a flow.</source>
        <extracomment>@info xmit_hash_policy is an option</extracomment>
        <translation>几乎全部流量来自一条数据流：任何 xmit_hash_policy 都不会拆分单条数据流。</translation>
    </message>
    <message>
        <source>What %1 would do is not counted: it looks into tunnels.</source>
        <extracomment>@info %1 value of xmit_hash_policy</extracomment>
        <translation>未统计 %1 的效果：它会查看隧道内部。</translation>
    </message>
    <message>
        <source>%1 would spread this traffic better: the busiest link would send %2, with %3 it sends %4.</source>
        <extracomment>@info %1 and %3 values of xmit_hash_policy, %2 and %4 percentages</extracomment>
        <translation>%1 可以更好地分散这些流量：最繁忙的链路将发送 %2，而使用 %3 时为 %4。</translation>
    </message>
    <message>
        <source>No other policy would spread this traffic clearly better than %1.</source>
        <extracomment>@info %1 value of xmit_hash_policy</extracomment>
        <translation>没有其他策略能比 %1 明显更好地分散这些流量。</translation>
    </message>
    <message>
        <source>If that was not intended, plug the cable in where it was.</source>
        <extracomment>@info next step</extracomment>
        <translation>如果不是有意改动，请将网线接回原处。</translation>
    </message>
    <message>
        <source>%1 loses the answers of its ARP targets again and again.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>%1 反复收不到 ARP 目标的应答。</translation>
    </message>
    <message>
        <source>Check whether %1 always answers, then the VLAN of the switch port of %2 and its cable.</source>
        <extracomment>@info next step, %1 addresses, %2 NIC</extracomment>
        <translation>先检查 %1 是否始终应答，再检查 %2 所连交换机端口的 VLAN 及其网线。</translation>
    </message>
    <message>
        <source>Set the switch port to forward at once (edge port, portfast).</source>
        <translation>请将交换机端口设为立即转发（边缘端口、portfast）。</translation>
    </message>
    <message>
        <source>Set the MTU of %1 to %2 again: “ip link set dev %1 mtu %2”.</source>
        <extracomment>@info next step, %1 NIC or VLAN interface, %2 MTU, the quoted words a command</extracomment>
        <translation>将 %1 的 MTU 重新设为 %2：“ip link set dev %1 mtu %2”。</translation>
    </message>
    <message>
        <source>Set the MTU of %1 to at least %2, then that of %3: a VLAN cannot have a larger one than its bond, and does not follow it upwards.</source>
        <translation>先将 %1 的 MTU 设为至少 %2，再设置 %3 的 MTU：VLAN 的 MTU 不能大于其绑定接口，也不会随之增大。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>This is no log of a kernel.</source>
        <extracomment>@error</extracomment>
        <translation>这不是内核日志。</translation>
    </message>
    <message>
        <source>Save one with “dmesg” or “journalctl -k”.</source>
        <extracomment>@info what to do; names of programs</extracomment>
        <translation>请用“dmesg”或“journalctl -k”保存一份。</translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>The host sends something that was not asked for.</source>
        <extracomment>@error</extracomment>
        <translation>主机发来了没有请求过的内容。</translation>
    </message>
    <message>
        <source>Look whether the host&apos;s login scripts print text.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请检查该主机的登录脚本是否输出了文字。</translation>
    </message>
    <message>
        <source>The other end does not speak Bondwright&apos;s protocol.</source>
        <extracomment>@error</extracomment>
        <translation>对端使用的不是 Bondwright 的协议。</translation>
    </message>
    <message>
        <source>“%1” is no name of a host.</source>
        <extracomment>@error %1 what was given</extracomment>
        <translation>“%1”不是主机名。</translation>
    </message>
    <message>
        <source>Give a name, an address, or USER@HOST, as for ssh.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请像使用 ssh 一样给出主机名、地址或 用户@主机。</translation>
    </message>
    <message>
        <source>Debian, Ubuntu, UOS:</source>
        <extracomment>@info above command lines; keep the names</extracomment>
        <translation>Debian、Ubuntu、UOS：</translation>
    </message>
    <message>
        <source>RHEL, Fedora, openEuler, Kylin:</source>
        <extracomment>@info above command lines; keep the names</extracomment>
        <translation>RHEL、Fedora、openEuler、Kylin：</translation>
    </message>
    <message>
        <source>SUSE:</source>
        <extracomment>@info above command lines; keep the names</extracomment>
        <translation>SUSE：</translation>
    </message>
    <message>
        <source>The host did not answer in time.</source>
        <extracomment>@error</extracomment>
        <translation>那台主机没有及时应答。</translation>
    </message>
    <message>
        <source>The connection broke before the host answered: it is unknown whether the change is kept.</source>
        <extracomment>@error</extracomment>
        <translation>连接在主机应答之前中断：尚不知道更改是否已保留。</translation>
    </message>
    <message>
        <source>Check the change once the host is reachable again. It reverts unless it was confirmed.</source>
        <extracomment>@info what to do</extracomment>
        <translation>主机可以访问后，请检查这项更改：未经确认则会自动恢复。</translation>
    </message>
    <message>
        <source>The confirmation did not reach the host in time: the change is not kept.</source>
        <extracomment>@error</extracomment>
        <translation>确认未能及时送达主机：更改没有保留。</translation>
    </message>
</context>
<context>
    <name>Kernel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>@error %1 address or route, %2 sentence
----------
@error %1 interface, %2 sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 was created, but is gone again.</source>
        <extracomment>@error %1 interface</extracomment>
        <translation>%1 已创建，但随即消失。</translation>
    </message>
    <message>
        <source>“%1” is no MAC address.</source>
        <extracomment>@error %1 text</extracomment>
        <translation>“%1”不是 MAC 地址。</translation>
    </message>
    <message>
        <source>The kernel no longer reports changes. Restart the program.</source>
        <extracomment>@error the event socket failed</extracomment>
        <translation>内核不再报告变化，请重新启动本程序。</translation>
    </message>
    <message>
        <source>%1: the driver does not take the value “%2”.</source>
        <extracomment>@error %1 option, %2 value</extracomment>
        <translation>%1：驱动不接受值“%2”。</translation>
    </message>
    <message>
        <source>%1 cannot be set on a running bond.</source>
        <extracomment>@error %1 option</extracomment>
        <translation>%1 不能在运行中的绑定接口上设置。</translation>
    </message>
    <message>
        <source>%1 is no option of a slave.</source>
        <extracomment>@error %1 option</extracomment>
        <translation>%1 不是成员网卡的选项。</translation>
    </message>
    <message>
        <source>The kernel&apos;s network interface (netlink) cannot be used: %1</source>
        <extracomment>@error %1 system error text</extracomment>
        <translation>无法使用内核网络接口（netlink）：%1</translation>
    </message>
    <message>
        <source>If the program runs in a sandbox, allow it AF_NETLINK sockets.</source>
        <extracomment>@info what to do</extracomment>
        <translation>如果程序在沙箱中运行，请允许它使用 AF_NETLINK 套接字。</translation>
    </message>
    <message>
        <source>Changing the network needs administrator rights.</source>
        <extracomment>@info what to do</extracomment>
        <translation>修改网络需要管理员权限。</translation>
    </message>
    <message>
        <source>The kernel refused: %1</source>
        <extracomment>@error %1 the kernel&apos;s own words</extracomment>
        <translation>内核拒绝：%1</translation>
    </message>
    <message>
        <source>This is no file of /proc/net/bonding.</source>
        <extracomment>@error</extracomment>
        <translation>这不是 /proc/net/bonding 中的文件。</translation>
    </message>
    <message>
        <source>Choose a file such as /proc/net/bonding/bond0.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请选择 /proc/net/bonding/bond0 这样的文件。</translation>
    </message>
    <message>
        <source>The file is too large for one of /proc/net/bonding.</source>
        <extracomment>@error</extracomment>
        <translation>文件过大，不可能是 /proc/net/bonding 中的文件。</translation>
    </message>
    <message>
        <source>This is no recording of Bondwright, or it is damaged.</source>
        <extracomment>@error</extracomment>
        <translation>这不是 Bondwright 的录制文件，或已损坏。</translation>
    </message>
    <message>
        <source>The recording has format %1, which is newer than this program.</source>
        <extracomment>@error %1 number</extracomment>
        <translation>录制文件的格式为 %1，比本程序新。</translation>
    </message>
    <message>
        <source>Use the program&apos;s current release.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请使用本程序的最新版本。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <extracomment>@error %1 file, %2 system error text</extracomment>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <extracomment>@error %1 file, %2 system error text</extracomment>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <extracomment>@error %1 sentence, %2 number</extracomment>
        <translation>%1（第 %2 行）</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <extracomment>@error %1 interface</extracomment>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>“%1” is not an address.</source>
        <extracomment>@error %1 text</extracomment>
        <translation>“%1”不是地址。</translation>
    </message>
</context>
<context>
    <name>KernelEvent</name>
    <message>
        <source>%1 lost its link</source>
        <extracomment>@info reason of an event, %1 NIC</extracomment>
        <translation>%1 链路断开</translation>
    </message>
    <message>
        <source>%1 was switched off</source>
        <extracomment>@info reason of an event, %1 NIC</extracomment>
        <translation>%1 被停用</translation>
    </message>
    <message>
        <source>%1 no longer reaches the monitored addresses</source>
        <extracomment>@info reason of an event, %1 NIC</extracomment>
        <translation>%1 已无法到达监测地址</translation>
    </message>
    <message>
        <source>%1 was taken out of the bond</source>
        <extracomment>@info reason of an event, %1 NIC</extracomment>
        <translation>%1 被移出绑定接口</translation>
    </message>
    <message>
        <source>%1 left the aggregation with the switch</source>
        <extracomment>@info reason of an event, %1 NIC</extracomment>
        <translation>%1 退出了与交换机的聚合组</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>@info an event and its reason, e.g. &quot;Traffic moved from eth0 to eth1: eth0 lost its link&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 was chosen by an administrator</source>
        <extracomment>@info reason of a failover, %1 NIC</extracomment>
        <translation>管理员选定了 %1</translation>
    </message>
    <message>
        <source>%1 is preferred and works again</source>
        <extracomment>@info reason of a failover, %1 NIC</extracomment>
        <translation>首选网卡 %1 已恢复</translation>
    </message>
    <message>
        <source>Traffic moved from %1 to %2</source>
        <extracomment>@info event, %1 and %2 NICs</extracomment>
        <translation>流量从 %1 切换到 %2</translation>
    </message>
    <message>
        <source>it was switched off</source>
        <extracomment>@info reason of an event</extracomment>
        <translation>接口被停用</translation>
    </message>
    <message>
        <source>it has no slaves</source>
        <extracomment>@info reason of an event</extracomment>
        <translation>没有成员网卡</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <extracomment>@info event, %1 bond</extracomment>
        <translation>%1 中断</translation>
    </message>
    <message>
        <source>%1 lost its LACP partner %2</source>
        <extracomment>@info event, %1 bond, %2 MAC address</extracomment>
        <translation>%1 失去了 LACP 对端 %2</translation>
    </message>
    <message>
        <source>%1 found the LACP partner %2</source>
        <extracomment>@info event, %1 bond, %2 MAC address</extracomment>
        <translation>%1 找到了 LACP 对端 %2</translation>
    </message>
    <message>
        <source>%1 changed its LACP partner from %2 to %3</source>
        <extracomment>@info event, %1 bond, %2 and %3 MAC addresses</extracomment>
        <translation>%1 的 LACP 对端由 %2 变为 %3</translation>
    </message>
    <message>
        <source>(empty)</source>
        <extracomment>@info stands for an empty option value</extracomment>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1: %2 changed from %3 to %4</source>
        <extracomment>@info event, %1 bond, %2 option, %3 and %4 values</extracomment>
        <translation>%1：%2 由 %3 改为 %4</translation>
    </message>
    <message>
        <source>%1 did not answer for %2 ms</source>
        <extracomment>@info event, %1 IP address, %2 milliseconds</extracomment>
        <translation>%1 有 %2 ms 没有应答</translation>
    </message>
    <message>
        <source>%1 is down in %2</source>
        <extracomment>@info event, %1 NIC, %2 bond</extracomment>
        <translation>%2 判定 %1 失效</translation>
    </message>
    <message>
        <source>%1 is up in %2</source>
        <extracomment>@info event, %1 NIC, %2 bond</extracomment>
        <translation>%2 判定 %1 恢复</translation>
    </message>
    <message>
        <source>%1 lost its link; the bond waits for its downdelay</source>
        <extracomment>@info event, %1 NIC; downdelay runs</extracomment>
        <translation>%1 链路断开，正在等待 downdelay</translation>
    </message>
    <message>
        <source>%1 is up</source>
        <extracomment>@info event, %1 bond</extracomment>
        <translation>%1 已启用</translation>
    </message>
    <message>
        <source>%1 lost redundancy</source>
        <extracomment>@info event, %1 bond</extracomment>
        <translation>%1 失去冗余</translation>
    </message>
    <message>
        <source>%1 is fully redundant</source>
        <extracomment>@info event, %1 bond</extracomment>
        <translation>%1 恢复完全冗余</translation>
    </message>
    <message>
        <source>%1 joined %2</source>
        <extracomment>@info event, %1 NIC, %2 bond</extracomment>
        <translation>%1 加入 %2</translation>
    </message>
    <message>
        <source>%1 left %2</source>
        <extracomment>@info event, %1 NIC, %2 bond</extracomment>
        <translation>%1 离开 %2</translation>
    </message>
    <message>
        <source>%1 was created</source>
        <extracomment>@info event, %1 bond</extracomment>
        <translation>%1 已创建</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <extracomment>@info event, %1 bond</extracomment>
        <translation>%1 已删除</translation>
    </message>
    <message>
        <source>%1 changed its speed from %2 to %3 Mbit/s</source>
        <extracomment>@info event, %1 NIC, %2 and %3 speeds in Mbit/s</extracomment>
        <translation>%1 的速率由 %2 变为 %3 Mbit/s</translation>
    </message>
    <message>
        <source>%1 was renamed to %2</source>
        <extracomment>@info event, %1 and %2 interface names</extracomment>
        <translation>%1 改名为 %2</translation>
    </message>
    <message>
        <source>%1 reports link down</source>
        <extracomment>@info reason of an event, %1 NIC</extracomment>
        <translation>%1 报告链路断开</translation>
    </message>
    <message>
        <source>the links of all slaves are down</source>
        <extracomment>@info reason of an event</extracomment>
        <translation>所有成员网卡的链路都已断开</translation>
    </message>
    <message>
        <source>the link of %1 is up again; the bond waits for its updelay</source>
        <extracomment>@info event, %1 NIC; updelay runs</extracomment>
        <translation>%1 链路恢复，绑定接口正在等待 updelay</translation>
    </message>
    <message>
        <source>Too many changes at once: events may have been lost, the state was read again</source>
        <extracomment>@info event</extracomment>
        <translation>瞬间变化过多，可能遗漏了事件，已重新读取状态</translation>
    </message>
</context>
<context>
    <name>KernelHealth</name>
    <message>
        <source>Healthy</source>
        <extracomment>@status of a bond</extracomment>
        <translation>正常</translation>
    </message>
    <message>
        <source>Degraded</source>
        <extracomment>@status of a bond: a slave has failed</extracomment>
        <translation>降级</translation>
    </message>
    <message>
        <source>Single point of failure</source>
        <extracomment>@status of a bond: nothing has failed, but the first failure takes it down</extracomment>
        <translation>单点故障</translation>
    </message>
    <message>
        <source>LACP not negotiated</source>
        <extracomment>@status of a bond in mode 802.3ad</extracomment>
        <translation>LACP 未协商成功</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>@status of a bond</extracomment>
        <translation>中断</translation>
    </message>
    <message>
        <source>Unknown</source>
        <extracomment>@status of a bond</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Nothing is known of the interface %1.</source>
        <extracomment>@info cause, %1 bond</extracomment>
        <translation>没有接口 %1 的信息。</translation>
    </message>
    <message>
        <source>%1 is switched off.</source>
        <extracomment>@info cause, %1 bond
----------
@info cause, %1 NIC</extracomment>
        <translation>%1 已停用。</translation>
    </message>
    <message>
        <source>Switch on %1.</source>
        <extracomment>@info next step, %1 bond
----------
@info next step, %1 NICs
----------
@info next step, %1 NIC</extracomment>
        <translation>请启用 %1。</translation>
    </message>
    <message>
        <source>%1 has no slaves.</source>
        <extracomment>@info cause, %1 bond</extracomment>
        <translation>%1 没有成员网卡。</translation>
    </message>
    <message>
        <source>Add at least two NICs to %1.</source>
        <extracomment>@info next step, %1 bond</extracomment>
        <translation>请为 %1 添加至少两块网卡。</translation>
    </message>
    <message>
        <source>%1 has only one slave, %2.</source>
        <extracomment>@info cause, %1 bond, %2 NIC</extracomment>
        <translation>%1 只有一块成员网卡 %2。</translation>
    </message>
    <message>
        <source>Add a second NIC to %1.</source>
        <extracomment>@info next step, %1 bond</extracomment>
        <translation>请为 %1 再添加一块网卡。</translation>
    </message>
    <message>
        <source>%1 does not monitor its links: miimon and arp_interval are 0. A failed link stays in use.</source>
        <extracomment>@info cause, %1 bond; miimon and arp_interval are options</extracomment>
        <translation>%1 没有链路监测：miimon 和 arp_interval 均为 0，故障链路会继续被使用。</translation>
    </message>
    <message>
        <source>Set miimon to 100.</source>
        <extracomment>@info next step; miimon is an option</extracomment>
        <translation>请将 miimon 设为 100。</translation>
    </message>
    <message>
        <source>All links are up. Traffic runs on %1.</source>
        <extracomment>@info cause, %1 NICs</extracomment>
        <translation>所有链路正常，流量走 %1。</translation>
    </message>
    <message>
        <source>Check the cables of %1 and the switch.</source>
        <translation>请检查 %1 的网线和交换机。</translation>
    </message>
    <message>
        <source>Links that carry: %1. min_links asks for %2.</source>
        <extracomment>@info cause, %1 and %2 numbers; min_links is an option</extracomment>
        <translation>可用链路 %1 条，min_links 要求 %2 条。</translation>
    </message>
    <message>
        <source>Bring back the missing links or lower min_links.</source>
        <extracomment>@info next step; min_links is an option</extracomment>
        <translation>请恢复缺失的链路，或调低 min_links。</translation>
    </message>
    <message>
        <source>The driver reports no carrier for %1.</source>
        <extracomment>@info cause, %1 bond</extracomment>
        <translation>驱动报告 %1 无载波。</translation>
    </message>
    <message>
        <source>Look into the kernel&apos;s log for messages of the bonding driver.</source>
        <extracomment>@info next step</extracomment>
        <translation>请查看内核日志中 bonding 驱动的消息。</translation>
    </message>
    <message>
        <source>Traffic runs on %1 only.</source>
        <extracomment>@info cause, %1 NIC
----------
@info cause, %1 NICs; follows another sentence</extracomment>
        <translation>流量仅走 %1。</translation>
    </message>
    <message>
        <source>Traffic runs on %1.</source>
        <translation>流量走 %1。</translation>
    </message>
    <message>
        <source>%1 gets no ARP answer from %2.</source>
        <extracomment>@info cause, %1 NIC, %2 addresses</extracomment>
        <translation>%1 收不到 %2 的 ARP 应答。</translation>
    </message>
    <message>
        <source>Check the cable of %1 and its switch port.</source>
        <extracomment>@info next step, %1 NIC</extracomment>
        <translation>请检查 %1 的网线及对应的交换机端口。</translation>
    </message>
    <message>
        <source>Wait until updelay is over.</source>
        <extracomment>@info next step</extracomment>
        <translation>请等待 updelay 结束。</translation>
    </message>
    <message>
        <source>Check the VLAN of the switch port of %1, and whether %2 answers.</source>
        <extracomment>@info next step, %1 NICs, %2 addresses</extracomment>
        <translation>请检查 %1 所接交换机端口的 VLAN，以及 %2 是否应答。</translation>
    </message>
    <message>
        <source>The switch does not answer LACP on %1. Traffic runs on %2.</source>
        <translation>交换机在 %1 上不应答 LACP，流量走 %2。</translation>
    </message>
    <message>
        <source>Add the switch ports of %1 to the port channel (LACP).</source>
        <extracomment>@info next step, %1 NICs</extracomment>
        <translation>请将 %1 所接的交换机端口加入聚合组（LACP）。</translation>
    </message>
    <message>
        <source>%1 is not in the same aggregation as %2: the cables end in different switches, or the ports are in different port channels.</source>
        <translation>%1 与 %2 不在同一聚合组：网线接到了不同的交换机，或端口属于不同的聚合组。</translation>
    </message>
    <message>
        <source>Plug %1 into the same switch (or stack) and put all ports into one port channel.</source>
        <extracomment>@info next step, %1 NICs</extracomment>
        <translation>请将 %1 接到同一台交换机（或堆叠），并把所有端口加入同一聚合组。</translation>
    </message>
    <message>
        <source>No LACP partner answers at the other end of %1.</source>
        <extracomment>@info cause, %1 bond</extracomment>
        <translation>%1 的对端无人应答 LACP。</translation>
    </message>
    <message>
        <source>Set lacp_active to on, or LACP to active on the switch.</source>
        <extracomment>@info next step; lacp_active is an option</extracomment>
        <translation>请将 lacp_active 设为 on，或在交换机上将 LACP 设为主动模式。</translation>
    </message>
    <message>
        <source>Set up a port channel with LACP on the switch. If it cannot do that, use mode active-backup.</source>
        <extracomment>@info next step</extracomment>
        <translation>请在交换机上配置 LACP 聚合组；如果不支持，请改用 active-backup（主备）模式。</translation>
    </message>
    <message>
        <source>The mode “%1” is not known to this program.</source>
        <extracomment>@info cause, %1 the driver&apos;s words for a mode</extracomment>
        <translation>本程序不认识模式“%1”。</translation>
    </message>
    <message>
        <source>%1 has no active slave, so nothing is sent or received.</source>
        <extracomment>@info cause, %1 bond</extracomment>
        <translation>%1 没有活动成员网卡，因此无法收发数据。</translation>
    </message>
    <message>
        <source>Whether the switch answers LACP is unknown without root.</source>
        <extracomment>@info cause: a text of /proc that was read without privileges does not tell it</extracomment>
        <translation>没有 root 权限，无法得知交换机是否应答 LACP。</translation>
    </message>
    <message>
        <source>Read /proc/net/bonding as root.</source>
        <extracomment>@info next step; a path of the kernel</extracomment>
        <translation>请以 root 身份读取 /proc/net/bonding。</translation>
    </message>
    <message>
        <source>The LACP partner of %1 does not agree (churned).</source>
        <extracomment>@info cause, %1 NIC; &quot;churned&quot; is the word of the LACP standard and the driver</extracomment>
        <translation>%1 的 LACP 对端未达成一致（churned）。</translation>
    </message>
    <message>
        <source>All links are up, in one aggregator.</source>
        <extracomment>@info cause; follows no other sentence</extracomment>
        <translation>所有链路正常，且属于同一个聚合组。</translation>
    </message>
    <message>
        <source>The links are in different aggregators (%1), of which only one carries traffic.</source>
        <extracomment>@info cause, %1 NICs with the numbers of their aggregators</extracomment>
        <translation>链路分属不同的聚合组（%1），其中只有一个承载流量。</translation>
    </message>
    <message>
        <source>%1 has lost its link and stays in use until downdelay is over.</source>
        <extracomment>@info cause, %1 NIC; downdelay is an option</extracomment>
        <translation>%1 的链路已断开，在 downdelay 结束前仍在使用。</translation>
    </message>
    <message>
        <source>The driver does not know the link of %1.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>驱动不知道 %1 的链路状态。</translation>
    </message>
    <message>
        <source>The link of %1 is down.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>%1 链路断开。</translation>
    </message>
    <message>
        <source>The link of %1 is up again and waits for updelay.</source>
        <extracomment>@info cause, %1 NIC; updelay is an option</extracomment>
        <translation>%1 链路已恢复，正在等待 updelay。</translation>
    </message>
    <message>
        <source>The link of %1 is up, but the driver does not use it.</source>
        <extracomment>@info cause, %1 NIC</extracomment>
        <translation>%1 链路正常，但驱动未使用它。</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>What lldpcli printed could not be read.</source>
        <extracomment>@error lldpcli is a program</extracomment>
        <translation>无法读取 lldpcli 的输出。</translation>
    </message>
    <message>
        <source>This is no whole LLDP frame.</source>
        <extracomment>@error</extracomment>
        <translation>不是完整的 LLDP 帧。</translation>
    </message>
    <message>
        <source>%1, port %2, VLAN %3</source>
        <extracomment>@info where a cable ends: %1 a switch, %2 its port, %3 a VLAN number</extracomment>
        <translation>%1，端口 %2，VLAN %3</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <extracomment>@info where a cable ends: %1 a switch, %2 its port</extracomment>
        <translation>%1，端口 %2</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>The file with the counters is damaged.</source>
        <extracomment>@error</extracomment>
        <translation>计数器文件已损坏。</translation>
    </message>
    <message>
        <source>The counters in %1 cannot be read: %2.</source>
        <extracomment>@error %1 file, %2 the system&apos;s reason</extracomment>
        <translation>无法读取 %1 中的计数器：%2。</translation>
    </message>
</context>
<context>
    <name>bondwright::history</name>
    <message>
        <source>The event database cannot be used: %1.</source>
        <extracomment>@error %1 is the database&apos;s own text</extracomment>
        <translation>无法使用事件数据库：%1。</translation>
    </message>
    <message>
        <source>The event database was made by a later release of Bondwright.</source>
        <extracomment>@error</extracomment>
        <translation>事件数据库由更新版本的 Bondwright 创建。</translation>
    </message>
    <message>
        <source>Earlier events are not known: this user cannot read the system journal.</source>
        <extracomment>@error</extracomment>
        <translation>无法得知更早的事件：当前用户不能读取系统日志。</translation>
    </message>
    <message>
        <source>Members of the group systemd-journal may read it.</source>
        <extracomment>@info what to do; keep the group&apos;s name</extracomment>
        <translation>systemd-journal 组的成员可以读取。</translation>
    </message>
</context>
<context>
    <name>bondwright::history::EventStore</name>
    <message>
        <source>Events cannot be kept: the folder %1 cannot be made.</source>
        <extracomment>@error %1 is a folder</extracomment>
        <translation>无法保存事件：不能创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The event database was damaged. It was moved to %1 and a new one was begun.</source>
        <extracomment>@info %1 is a file</extracomment>
        <translation>事件数据库已损坏，已移到 %1，并新建了一个。</translation>
    </message>
    <message>
        <source>The event database is not open.</source>
        <extracomment>@error</extracomment>
        <translation>事件数据库未打开。</translation>
    </message>
</context>
<context>
    <name>bondwright::host::BundleHelper</name>
    <message>
        <source>Without Bondwright on the host this is not possible.</source>
        <extracomment>@error</extracomment>
        <translation>主机上没有 Bondwright，无法执行此操作。</translation>
    </message>
    <message>
        <source>Install Bondwright on it. Without, a bond can be made or changed there.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请在其上安装 Bondwright。没有它时，只能在其上创建或更改绑定接口。</translation>
    </message>
    <message>
        <source>an unknown system</source>
        <translation>未知系统</translation>
    </message>
    <message>
        <source>The host runs %1. Without Bondwright only RHEL 5 to 8 can be changed.</source>
        <extracomment>@error %1 the system of a host, such as &quot;Debian GNU/Linux 12&quot;</extracomment>
        <translation>主机运行 %1。没有 Bondwright 时只能更改 RHEL 5 至 8。</translation>
    </message>
    <message>
        <source>The name of this bond cannot stand in a command of another host.</source>
        <extracomment>@error</extracomment>
        <translation>此绑定接口的名称不能用于另一台主机的命令中。</translation>
    </message>
    <message>
        <source>Without Bondwright only root can change a host: connect as root@HOST, or let sudo allow it without a password.</source>
        <translation>没有 Bondwright 时只有 root 可以更改主机：请以 root@主机 连接，或让 sudo 允许免密码执行。</translation>
    </message>
    <message>
        <source>The network of the host is restarted: all of its connections are interrupted for some seconds.</source>
        <translation>主机的网络将重新启动：其所有连接会中断数秒。</translation>
    </message>
    <message>
        <source>Another change of this host is on its way.</source>
        <translation>此主机的另一项更改正在进行。</translation>
    </message>
    <message>
        <source>Keep it or revert it first.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请先保留或撤销该更改。</translation>
    </message>
    <message>
        <source>The request has no proper name.</source>
        <translation>请求没有有效的名称。</translation>
    </message>
    <message>
        <source>Sending the script to the host</source>
        <extracomment>@status a step of a change</extracomment>
        <translation>正在将脚本发送到主机</translation>
    </message>
    <message>
        <source>The files of the host have changed since they were shown.</source>
        <translation>主机的文件在显示之后已被更改。</translation>
    </message>
    <message>
        <source>Look at the changes again.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请重新查看更改。</translation>
    </message>
    <message>
        <source>Starting it there, apart from this connection</source>
        <extracomment>@status a step of a change</extracomment>
        <translation>正在主机上启动脚本（独立于此连接）</translation>
    </message>
    <message>
        <source>It saves, writes, and restarts the network</source>
        <extracomment>@status a step of a change; the script that works on another host</extracomment>
        <translation>脚本备份、写入并重新启动网络</translation>
    </message>
    <message>
        <source>The originals are in %1 on the host: restore them, and restart the network.</source>
        <extracomment>@info what to do by hand; %1 a folder of another host</extracomment>
        <translation>原文件位于主机的 %1：请将其放回原处，并重新启动网络。</translation>
    </message>
    <message>
        <source>There is no such change waiting.</source>
        <translation>没有这样的待确认更改。</translation>
    </message>
    <message>
        <source>The host is not reached.</source>
        <translation>无法连接主机。</translation>
    </message>
    <message>
        <source>Opening a new connection to the host</source>
        <extracomment>@status a step of a change</extracomment>
        <translation>正在建立到主机的新连接</translation>
    </message>
    <message>
        <source>A new connection to the host could not be opened: %1</source>
        <extracomment>@error %1 why</extracomment>
        <translation>无法与主机建立新连接：%1</translation>
    </message>
    <message>
        <source>The change is not confirmed: the host reverts it by itself at the deadline.</source>
        <extracomment>@info what to do</extracomment>
        <translation>更改未确认：主机会在时限到时自动恢复。</translation>
    </message>
    <message>
        <source>The host does not know of this change.</source>
        <extracomment>@info why a change was not made</extracomment>
        <translation>那台主机上没有这次更改。</translation>
    </message>
    <message>
        <source>The script that does it there knows their network service alone.</source>
        <translation>在那里完成更改的脚本只认识这些系统的网络服务。</translation>
    </message>
    <message>
        <source>Install Bondwright on it, in a terminal in the folder that holds the packages:</source>
        <extracomment>@info what to do; below it stand command lines</extracomment>
        <translation>请在那台主机上安装 Bondwright：在存放软件包的文件夹中打开终端并执行：</translation>
    </message>
    <message>
        <source>The host has no Bondwright: it is changed by a script that reverts by itself, also where the address to ping, or else the gateway, does not answer.</source>
        <extracomment>@info why files are written as they are</extracomment>
        <translation>主机上没有 Bondwright：通过可自动恢复的脚本更改它；要 ping 的地址（未指定时为网关）没有应答时也会自动恢复。</translation>
    </message>
</context>
<context>
    <name>bondwright::host::CommandChannel</name>
    <message>
        <source>Cannot start %1: %2</source>
        <extracomment>@error %1 program, %2 the system&apos;s words</extracomment>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>Install it, or choose another way to reach the host.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请安装它，或换一种方式连接主机。</translation>
    </message>
    <message>
        <source>The host sent a line that is too long.</source>
        <extracomment>@error</extracomment>
        <translation>主机发来的一行过长。</translation>
    </message>
    <message>
        <source>%1 was ended.</source>
        <extracomment>@error %1 program</extracomment>
        <translation>%1 被终止。</translation>
    </message>
    <message>
        <source>The SSH connection ended.</source>
        <translation>SSH 连接已结束。</translation>
    </message>
    <message>
        <source>The host has no bondctl.</source>
        <extracomment>@error</extracomment>
        <translation>该主机没有 bondctl。</translation>
    </message>
    <message>
        <source>Install Bondwright on it: then it can be changed from here.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请在其上安装 Bondwright，之后即可从这里更改它。</translation>
    </message>
    <message>
        <source>The connection ended.</source>
        <translation>连接已结束。</translation>
    </message>
</context>
<context>
    <name>bondwright::host::Connection</name>
    <message>
        <source>The host cannot be reached now.</source>
        <extracomment>@error</extracomment>
        <translation>目前无法连接该主机。</translation>
    </message>
    <message>
        <source>The host speaks no version of the protocol that this program knows.</source>
        <extracomment>@error</extracomment>
        <translation>该主机使用的协议版本是本程序不认识的。</translation>
    </message>
    <message>
        <source>Install the current Bondwright on both.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请在两端都安装当前版本的 Bondwright。</translation>
    </message>
    <message>
        <source>The host went away before it answered.</source>
        <extracomment>@error</extracomment>
        <translation>主机在答复之前断开了连接。</translation>
    </message>
    <message>
        <source>The host says “%1” and not what was asked.</source>
        <extracomment>@error %1 what a host printed</extracomment>
        <translation>那台主机输出的是“%1”，而不是所要求的内容。</translation>
    </message>
    <message>
        <source>The host sends back what is sent to it.</source>
        <extracomment>@error</extracomment>
        <translation>那台主机把收到的内容原样送回。</translation>
    </message>
    <message>
        <source>It said nothing. “%1” in a terminal may tell more.</source>
        <translation>它没有任何输出。在终端中执行“%1”或许能看出原因。</translation>
    </message>
</context>
<context>
    <name>bondwright::host::ConnectionTest</name>
    <message>
        <source>The host shows another key than before. Find out why; only if that is in order, remove the old one with ssh-keygen -R.</source>
        <extracomment>@info what to do</extracomment>
        <translation>主机的密钥与以前不同。请查明原因；确认无误后才用 ssh-keygen -R 删除旧密钥。</translation>
    </message>
    <message>
        <source>Look at the name, or give the address.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请检查主机名，或填写地址。</translation>
    </message>
    <message>
        <source>Look whether the host is on, whether sshd runs there, and at firewalls between.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请检查主机是否开机、sshd 是否运行，以及中间的防火墙。</translation>
    </message>
    <message>
        <source>Try “ssh” to it in a terminal: user name, key, host key.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请在终端中用“ssh”连接试试：用户名、密钥、主机密钥。</translation>
    </message>
    <message>
        <source>version %1</source>
        <extracomment>@status %1 a version</extracomment>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>This computer has %1: what one of them does not know is left out.</source>
        <extracomment>@info %1 a version</extracomment>
        <translation>本机为 %1：任何一方不支持的功能将略去。</translation>
    </message>
    <message>
        <source>The host can be watched without it. To change it from here, install Bondwright there.</source>
        <extracomment>@info what to do</extracomment>
        <translation>没有它也可以监视该主机。如需从这里更改，请在那里安装 Bondwright。</translation>
    </message>
    <message>
        <source>The host can be watched. To change it, log in as a user that its polkit allows, or as root.</source>
        <extracomment>@info what to do</extracomment>
        <translation>可以监视该主机。如需更改，请以其 polkit 允许的用户或 root 登录。</translation>
    </message>
    <message>
        <source>none: %1 is changed by a script</source>
        <extracomment>@status of a host without Bondwright, %1 its system</extracomment>
        <translation>没有：%1 由脚本更改</translation>
    </message>
    <message>
        <source>The host can be watched, and changed by a script that reverts by itself. For that, log in as root, or let sudo allow it without a password.</source>
        <extracomment>@info what to do</extracomment>
        <translation>这台主机可以监视，也可以由一个会自行恢复的脚本更改。为此请以 root 登录，或允许 sudo 免密码执行。</translation>
    </message>
</context>
<context>
    <name>bondwright::host::PolkitAgent</name>
    <message>
        <source>That did not work. Try again.</source>
        <translation>没有成功，请再试一次。</translation>
    </message>
    <message>
        <source>Passwords cannot be asked for on this host: %1</source>
        <extracomment>@error %1 polkit&apos;s own words</extracomment>
        <translation>无法在该主机上询问密码：%1</translation>
    </message>
</context>
<context>
    <name>bondwright::host::PracticeMachine</name>
    <message>
        <source>The practice host is not part of this installation.</source>
        <extracomment>@error</extracomment>
        <translation>此安装不包含练习主机。</translation>
    </message>
    <message>
        <source>The practice host needs User-Mode Linux, which is not installed here.</source>
        <extracomment>@error</extracomment>
        <translation>练习主机需要 User-Mode Linux，这里没有安装。</translation>
    </message>
    <message>
        <source>On Debian: sudo apt install user-mode-linux (for amd64 and i386). Other distributions have no package of it.</source>
        <extracomment>@info what to do</extracomment>
        <translation>在 Debian 上：sudo apt install user-mode-linux（适用于 amd64 和 i386）。其他发行版没有它的软件包。</translation>
    </message>
    <message>
        <source>bondctl on the practice host has ended.</source>
        <extracomment>@error</extracomment>
        <translation>练习主机上的 bondctl 已结束。</translation>
    </message>
    <message>
        <source>The practice host does not run.</source>
        <extracomment>@error</extracomment>
        <translation>练习主机没有运行。</translation>
    </message>
    <message>
        <source>Its files are prepared, and its kernel starts</source>
        <extracomment>@status what the practice host is at while it starts</extracomment>
        <translation>准备文件并启动内核</translation>
    </message>
    <message>
        <source>Its file systems and the bonding driver</source>
        <extracomment>@status what the practice host is at while it starts</extracomment>
        <translation>文件系统与 bonding 驱动</translation>
    </message>
    <message>
        <source>NICs, cables and two switches</source>
        <extracomment>@status what the practice host is at while it starts</extracomment>
        <translation>网卡、网线和两台交换机</translation>
    </message>
    <message>
        <source>D-Bus, polkit and udev</source>
        <extracomment>@status what the practice host is at while it starts</extracomment>
        <translation>D-Bus、polkit 和 udev</translation>
    </message>
    <message>
        <source>NetworkManager</source>
        <extracomment>@status what the practice host is at while it starts</extracomment>
        <translation>NetworkManager</translation>
    </message>
    <message>
        <source>bondctl, which tells its state</source>
        <extracomment>@status what the practice host is at while it starts</extracomment>
        <translation>报告状态的 bondctl</translation>
    </message>
</context>
<context>
    <name>bondwright::host::RemoteHelper</name>
    <message>
        <source>A new connection to the host could not be opened: %1</source>
        <extracomment>@error %1 why</extracomment>
        <translation>无法与主机建立新连接：%1</translation>
    </message>
    <message>
        <source>The change is not confirmed: the host reverts it by itself at the deadline.</source>
        <extracomment>@info what to do</extracomment>
        <translation>更改未确认：主机会在时限到时自动恢复。</translation>
    </message>
    <message>
        <source>Opening a new connection to the host</source>
        <extracomment>@status a step of a change</extracomment>
        <translation>正在建立到主机的新连接</translation>
    </message>
    <message>
        <source>The host&apos;s count of the flows cannot be read.</source>
        <extracomment>@error</extracomment>
        <translation>无法读取主机的数据流统计结果。</translation>
    </message>
</context>
<context>
    <name>bondwright::host::Session</name>
    <message>
        <source>This host does not know “%1”.</source>
        <extracomment>@error %1 machine word</extracomment>
        <translation>该主机不认识“%1”。</translation>
    </message>
    <message>
        <source>It runs Bondwright %1: update it.</source>
        <extracomment>@info what to do</extracomment>
        <translation>它运行的是 Bondwright %1：请升级。</translation>
    </message>
    <message>
        <source>Too many requests are waiting.</source>
        <extracomment>@error</extracomment>
        <translation>等待中的请求过多。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>“%1” cannot be pinged.</source>
        <extracomment>@error %1 what was given</extracomment>
        <translation>无法 ping“%1”。</translation>
    </message>
    <message>
        <source>Give an IPv4 or IPv6 address of one host.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请给出一台主机的 IPv4 或 IPv6 地址。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n targets can be pinged at once.</source>
        <extracomment>@error</extracomment>
        <translation>
            <numerusform>最多同时 ping %n 个目标。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::host::StdioChannel</name>
    <message>
        <source>The other end sent a line that is too long.</source>
        <translation>对端发来的一行过长。</translation>
    </message>
</context>
<context>
    <name>bondwright::host::SteadyChannel</name>
    <message>
        <source>The host does not answer.</source>
        <extracomment>@error</extracomment>
        <translation>主机没有应答。</translation>
    </message>
    <message>
        <source>The connection ended.</source>
        <extracomment>@error</extracomment>
        <translation>连接已结束。</translation>
    </message>
</context>
<context>
    <name>bondwright::kernel::PlanVerifier</name>
    <message>
        <source>The bond “%1” does not exist.</source>
        <translation>绑定接口“%1”不存在。</translation>
    </message>
    <message>
        <source>The mode is %1, not %2.</source>
        <translation>模式是 %1，不是 %2。</translation>
    </message>
    <message>
        <source>The kernel does not report the option %1: it may be too old for it.</source>
        <translation>内核没有报告选项 %1：内核版本可能过旧。</translation>
    </message>
    <message>
        <source>The option %1 is “%2”, not “%3”.</source>
        <translation>选项 %1 是“%2”，不是“%3”。</translation>
    </message>
    <message>
        <source>%1 is not a slave of %2.</source>
        <translation>%1 不是 %2 的成员网卡。</translation>
    </message>
    <message>
        <source>%1 is a slave of %2, though the plan does not name it.</source>
        <translation>%1 是 %2 的成员网卡，但方案中没有它。</translation>
    </message>
    <message>
        <source>The queue of %1 is not %2.</source>
        <translation>%1 的队列不是 %2。</translation>
    </message>
    <message>
        <source>The priority of %1 is not %2.</source>
        <translation>%1 的优先级不是 %2。</translation>
    </message>
    <message>
        <source>%1 is not up.</source>
        <translation>%1 未启用。</translation>
    </message>
    <message>
        <source>The MTU of %1 is %2, not %3.</source>
        <translation>%1 的 MTU 是 %2，不是 %3。</translation>
    </message>
    <message>
        <source>The MAC of %1 is %2, not %3.</source>
        <translation>%1 的 MAC 是 %2，不是 %3。</translation>
    </message>
    <message>
        <source>%1 does not have the address %2.</source>
        <translation>%1 没有地址 %2。</translation>
    </message>
    <message>
        <source>%1 has no IPv4 address from DHCP yet.</source>
        <translation>%1 尚未从 DHCP 获得 IPv4 地址。</translation>
    </message>
    <message>
        <source>%1 has an IPv4 address, though the plan asks for none.</source>
        <translation>%1 有 IPv4 地址，但方案要求没有。</translation>
    </message>
    <message>
        <source>The gateway of %1 is %2, not %3.</source>
        <translation>%1 的网关是 %2，不是 %3。</translation>
    </message>
    <message>
        <source>The default route over %1 is missing.</source>
        <translation>缺少经 %1 的默认路由。</translation>
    </message>
    <message>
        <source>The VLAN “%1” does not exist.</source>
        <translation>VLAN“%1”不存在。</translation>
    </message>
    <message>
        <source>%1 has no carrier: no link of its slaves is usable yet.</source>
        <translation>%1 链路断开：其成员网卡的链路都还不可用。</translation>
    </message>
    <message>
        <source>The VLAN “%1” has the id %2, not %3.</source>
        <translation>VLAN“%1”的 ID 是 %2，不是 %3。</translation>
    </message>
    <message>
        <source>The VLAN “%1” is on %2, not on %3.</source>
        <translation>VLAN“%1”建立在 %2 上，而不是 %3 上。</translation>
    </message>
</context>
<context>
    <name>bondwright::kernel::UnplannedState</name>
    <message>
        <source>The MTU of %1 is %2; the configuration does not set it.</source>
        <translation>%1 的 MTU 为 %2，配置中未设置。</translation>
    </message>
    <message>
        <source>The option %1 is “%2”; the configuration does not set it.</source>
        <translation>选项 %1 为“%2”，配置中未设置。</translation>
    </message>
    <message>
        <source>The priority of %1 is %2; the configuration does not set it.</source>
        <translation>%1 的优先级为 %2，配置中未设置。</translation>
    </message>
    <message>
        <source>%1 has the address %2; the configuration does not give it.</source>
        <translation>%1 有地址 %2，配置中没有。</translation>
    </message>
    <message>
        <source>The VLAN “%1” runs, but is not configured.</source>
        <translation>VLAN“%1”正在运行，但未配置。</translation>
    </message>
</context>
<context>
    <name>bondwright::ping</name>
    <message>
        <source>This user may not open ICMP sockets, so the system&apos;s ping is used, which is less precise. To allow them: sysctl -w net.ipv4.ping_group_range=&quot;0 2147483647&quot;</source>
        <extracomment>@info how to allow ICMP sockets; keep the command as it is</extracomment>
        <translation>当前用户不能打开 ICMP 套接字，因此改用系统的 ping，精度较低。如需允许：sysctl -w net.ipv4.ping_group_range=&quot;0 2147483647&quot;</translation>
    </message>
</context>
<context>
    <name>bondwright::ping::IcmpPinger</name>
    <message>
        <source>%1 is not there: %2 cannot be pinged through it.</source>
        <extracomment>@info %1 is an interface, %2 an address</extracomment>
        <translation>接口 %1 不存在，无法经它 ping %2。</translation>
    </message>
    <message>
        <source>%1 cannot be pinged at the moment: %2.</source>
        <extracomment>@info %1 is an address, %2 the system&apos;s reason</extracomment>
        <translation>目前无法 ping %1：%2。</translation>
    </message>
</context>
<context>
    <name>bondwright::ping::SystemPinger</name>
    <message>
        <source>There is no ping program. Install iputils (iputils-ping).</source>
        <extracomment>@info</extracomment>
        <translation>没有 ping 程序，请安装 iputils（iputils-ping）。</translation>
    </message>
    <message numerus="yes">
        <source>This system&apos;s ping does not let a user ping faster than every %n ms.</source>
        <extracomment>@info</extracomment>
        <translation>
            <numerusform>本系统的 ping 不允许普通用户以小于 %n ms 的间隔发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be pinged at the moment: %2.</source>
        <extracomment>@info %1 is an address, %2 what the ping program said</extracomment>
        <translation>目前无法 ping %1：%2。</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <extracomment>@error %1 is a path, %2 the system&apos;s words</extracomment>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is a device or a pipe, not a file.</source>
        <extracomment>@error %1 is a path</extracomment>
        <translation>“%1”是设备或管道，不是文件。</translation>
    </message>
</context>
</TS>
