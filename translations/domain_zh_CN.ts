<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>plan</name>
    <message>
        <source>The plan&apos;s “%1” must be %2.</source>
        <extracomment>@error %1 is the place in the plan, such as ipv4.addresses[0]; %2 says what belongs there</extracomment>
        <translation>方案中的“%1”必须是%2。</translation>
    </message>
    <message>
        <source>docs/plan.schema.json describes the format.</source>
        <translation>格式说明见 docs/plan.schema.json。</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>there, as a text</source>
        <translation>必填的文本</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>对象列表</translation>
    </message>
    <message>
        <source>a VLAN id</source>
        <translation>VLAN 编号</translation>
    </message>
    <message>
        <source>1, the version this program reads</source>
        <translation>1（本程序支持的版本）</translation>
    </message>
    <message>
        <source>The plan is larger than %1 KiB.</source>
        <translation>方案超过 %1 KiB。</translation>
    </message>
    <message>
        <source>The plan is not a JSON object.</source>
        <translation>方案不是 JSON 对象。</translation>
    </message>
    <message>
        <source>a text of at most %1 characters without control characters</source>
        <translation>不超过 %1 个字符且不含控制字符的文本</translation>
    </message>
    <message>
        <source>a list of at most %1 entries</source>
        <translation>不超过 %1 项的列表</translation>
    </message>
    <message>
        <source>a text or a whole number</source>
        <translation>文本或整数</translation>
    </message>
    <message>
        <source>one of %1</source>
        <extracomment>@error %1 is a list of values; follows “The plan&apos;s “mode” must be ”</extracomment>
        <translation>以下取值之一：%1</translation>
    </message>
    <message>
        <source>The plan is not valid JSON: %1, in line %2, column %3.</source>
        <extracomment>@error %1 is the JSON reader&apos;s message</extracomment>
        <translation>方案不是有效的 JSON：%1，位于第 %2 行第 %3 列。</translation>
    </message>
    <message>
        <source>“%1” is given twice, the second time in line %2, column %3.</source>
        <translation>“%1”重复出现，第二次位于第 %2 行第 %3 列。</translation>
    </message>
    <message>
        <source>Keep only one of them.</source>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>These are several plans in a list; give one of them.</source>
        <translation>这是含有多个方案的列表；请只给出其中一个。</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>The plan&apos;s “%1” is not known and is ignored.</source>
        <extracomment>@status %1 is a place in the plan&apos;s JSON, such as ipv4.foo</extracomment>
        <translation>方案中的“%1”无法识别，将被忽略。</translation>
    </message>
    <message>
        <source>Check its spelling, or remove it.</source>
        <translation>请检查拼写，或将其删除。</translation>
    </message>
    <message>
        <source>“%1” is not an %2 address with its prefix length.</source>
        <extracomment>@status %1 is a text, %2 is IPv4 or IPv6</extracomment>
        <translation>“%1”不是带前缀长度的 %2 地址。</translation>
    </message>
    <message>
        <source>Write it as %1.</source>
        <translation>请写成 %1 的形式。</translation>
    </message>
    <message>
        <source>The address “%1” does not say how long its network prefix is.</source>
        <translation>地址“%1”没有给出网络前缀长度。</translation>
    </message>
    <message>
        <source>“%1” cannot be the address of an interface.</source>
        <translation>“%1”不能作为接口地址。</translation>
    </message>
    <message>
        <source>Give the address of this host in its network.</source>
        <translation>请填写该主机在此网络中的地址。</translation>
    </message>
    <message>
        <source>“%1” is the network&apos;s own or its broadcast address, not a host&apos;s.</source>
        <translation>“%1”是网络地址或广播地址，不是主机地址。</translation>
    </message>
    <message>
        <source>The address %1 is given twice.</source>
        <translation>地址 %1 重复。</translation>
    </message>
    <message>
        <source>Keep only one of them.</source>
        <translation>请只保留其中一个。</translation>
    </message>
    <message>
        <source>%1 is set to manual, but no address is given.</source>
        <extracomment>@status %1 is IPv4 or IPv6</extracomment>
        <translation>%1 设为手动配置，但没有填写地址。</translation>
    </message>
    <message>
        <source>Give an address, or choose another method.</source>
        <translation>请填写地址，或选择其他方式。</translation>
    </message>
    <message>
        <source>Addresses or routes are given for %1, but its method (%2) does not use them.</source>
        <translation>%1 填写了地址或路由，但所选方式（%2）不会使用它们。</translation>
    </message>
    <message>
        <source>Choose manual, or remove them.</source>
        <translation>请改为手动配置，或删除这些内容。</translation>
    </message>
    <message>
        <source>The bond gets no address at all.</source>
        <translation>绑定接口没有任何地址。</translation>
    </message>
    <message>
        <source>That is right for a bond below a bridge; otherwise choose DHCP or give an address.</source>
        <translation>如果绑定接口用于网桥之下，这是正确的；否则请选择 DHCP 或填写地址。</translation>
    </message>
    <message>
        <source>ARP monitoring has no target: nothing would be probed.</source>
        <translation>ARP 监测没有目标，不会进行任何探测。</translation>
    </message>
    <message>
        <source>Name one or two hosts that always answer, such as the gateway.</source>
        <translation>请填写一两个始终在线的主机，例如网关。</translation>
    </message>
    <message>
        <source>The targets in %1 are never probed, because arp_interval is 0.</source>
        <translation>arp_interval 为 0，%1 中的目标不会被探测。</translation>
    </message>
    <message>
        <source>Set arp_interval (and remove miimon), or remove the targets.</source>
        <translation>请设置 arp_interval（并去掉 miimon），或删除这些目标。</translation>
    </message>
    <message>
        <source>arp_validate works only with ARP monitoring, and arp_interval is 0.</source>
        <translation>arp_validate 只在 ARP 监测下有效，而 arp_interval 为 0。</translation>
    </message>
    <message>
        <source>Set arp_interval (and remove miimon), or remove arp_validate.</source>
        <translation>请设置 arp_interval（并去掉 miimon），或删除 arp_validate。</translation>
    </message>
    <message>
        <source>In this mode the switch may return all ARP replies over one port; the other NICs then look broken.</source>
        <translation>在此模式下，交换机可能把所有 ARP 应答都从一个端口返回，其他网卡会被误判为故障。</translation>
    </message>
    <message>
        <source>Use miimon, or set the switch to spread packets evenly.</source>
        <translation>请使用 miimon，或让交换机均匀分发数据包。</translation>
    </message>
    <message>
        <source>The ARP target %1 is in none of the bond&apos;s networks; ARP does not pass routers.</source>
        <translation>ARP 目标 %1 不在绑定接口的任何网段内；ARP 无法跨越路由器。</translation>
    </message>
    <message>
        <source>Take a host of the same network, such as the gateway.</source>
        <translation>请选择同一网段的主机，例如网关。</translation>
    </message>
    <message>
        <source>The gateway “%1” is not an %2 address of a host.</source>
        <extracomment>@status %1 is a text, %2 is IPv4 or IPv6</extracomment>
        <translation>网关“%1”不是主机的 %2 地址。</translation>
    </message>
    <message>
        <source>Give the router&apos;s address without a prefix length.</source>
        <translation>请填写路由器地址，不带前缀长度。</translation>
    </message>
    <message>
        <source>The gateway %1 is the bond&apos;s own address.</source>
        <translation>网关 %1 是绑定接口自己的地址。</translation>
    </message>
    <message>
        <source>Give the router&apos;s address.</source>
        <translation>请填写路由器地址。</translation>
    </message>
    <message>
        <source>The gateway %1 is in none of the bond&apos;s networks, so it cannot be reached.</source>
        <translation>网关 %1 不在绑定接口的任何网段内，无法到达。</translation>
    </message>
    <message>
        <source>Correct the gateway, the address or the prefix length.</source>
        <translation>请更正网关、地址或前缀长度。</translation>
    </message>
    <message>
        <source>“%1” is not an %2 network.</source>
        <translation>“%1”不是 %2 网段。</translation>
    </message>
    <message>
        <source>Write it as address/prefix length.</source>
        <translation>请写成“地址/前缀长度”的形式。</translation>
    </message>
    <message>
        <source>The route&apos;s destination %1 has bits set behind its prefix.</source>
        <translation>路由目的地 %1 在前缀之外还有非零位。</translation>
    </message>
    <message>
        <source>Give the network&apos;s own address, or a longer prefix.</source>
        <translation>请填写网络地址，或使用更长的前缀。</translation>
    </message>
    <message>
        <source>The DNS server “%1” is not an %2 address of a host.</source>
        <translation>DNS 服务器“%1”不是主机的 %2 地址。</translation>
    </message>
    <message>
        <source>Give the server&apos;s address; IPv6 servers belong to IPv6.</source>
        <translation>请填写服务器地址；IPv6 服务器应填在 IPv6 中。</translation>
    </message>
    <message>
        <source>“%1” is not a domain name.</source>
        <translation>“%1”不是域名。</translation>
    </message>
    <message>
        <source>Write it as example.org.</source>
        <translation>请写成 example.org 的形式。</translation>
    </message>
    <message>
        <source>“%1” has the address %2, which the plan does not take over: it will vanish.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 a list of its addresses</extracomment>
        <translation>“%1”现有地址 %2，方案没有接管它：该地址将消失。</translation>
    </message>
    <message>
        <source>Give the bond this address if the host must stay reachable under it.</source>
        <translation>如果仍需通过此地址访问该主机，请把它配置到绑定接口。</translation>
    </message>
    <message>
        <source>Your own remote session runs over “%1”.</source>
        <translation>您当前的远程会话经过“%1”。</translation>
    </message>
    <message>
        <source>Your own remote session from %2 runs over “%1”.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 the address of the administrator&apos;s own computer</extracomment>
        <translation>您从 %2 发起的远程会话经过“%1”。</translation>
    </message>
    <message>
        <source>It moves to the bond with the address and may pause for some seconds; confirm in time, or everything is rolled back.</source>
        <translation>会话将随地址移到绑定接口，可能中断几秒；请及时确认，否则自动恢复到更改前的状态。</translation>
    </message>
    <message>
        <source>The plan does not keep the address it uses: the session will break. Give the bond this address, or work from the console.</source>
        <translation>方案没有保留会话所用的地址，会话将断开。请把该地址配置到绑定接口，或在控制台上操作。</translation>
    </message>
    <message>
        <source>“%1” carries the default route through %2; the plan has no gateway, so the host loses its way out of the network.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 the gateway&apos;s address</extracomment>
        <translation>“%1”承载经由 %2 的默认路由，而方案没有网关，该主机将无法访问其他网络。</translation>
    </message>
    <message>
        <source>Give the bond this gateway.</source>
        <translation>请为绑定接口配置此网关。</translation>
    </message>
    <message>
        <source>The default route goes through %1 now and through %2 with this plan.</source>
        <extracomment>@status %1 is the present gateway&apos;s address, %2 the planned one&apos;s</extracomment>
        <translation>默认路由目前经由 %1，应用此方案后将经由 %2。</translation>
    </message>
    <message>
        <source>Make sure that this is meant.</source>
        <translation>请确认这是您的意图。</translation>
    </message>
    <message>
        <source>The DNS servers in use (%1) may vanish with the NIC&apos;s configuration; the plan names none.</source>
        <extracomment>@status %1 is a list of addresses</extracomment>
        <translation>正在使用的 DNS 服务器（%1）可能随网卡配置一起消失，而方案没有指定 DNS 服务器。</translation>
    </message>
    <message>
        <source>Give the bond these DNS servers.</source>
        <translation>请为绑定接口配置这些 DNS 服务器。</translation>
    </message>
    <message>
        <source>The address %1 is already on the interface “%2”.</source>
        <extracomment>@status %1 is an address, %2 an interface&apos;s name</extracomment>
        <translation>地址 %1 已配置在接口“%2”上。</translation>
    </message>
    <message>
        <source>Remove it there, or choose another address.</source>
        <translation>请先从该接口删除，或选择其他地址。</translation>
    </message>
    <message>
        <source>The interface “%2” has an address of the same network as %1.</source>
        <translation>接口“%2”上有与 %1 同一网段的地址。</translation>
    </message>
    <message>
        <source>%1 needs Linux %2 or later; this host runs %3.</source>
        <extracomment>@status %1 is an option, %2 and %3 are kernel releases</extracomment>
        <translation>%1 需要 Linux %2 或更高版本；该主机为 %3。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请将其删除。</translation>
    </message>
    <message>
        <source>This host&apos;s kernel has no bonding driver.</source>
        <translation>该主机内核没有 bonding 驱动。</translation>
    </message>
    <message>
        <source>Install the kernel&apos;s module package (bonding.ko), or check a plan for another host with --no-host.</source>
        <translation>请安装内核模块包（bonding.ko）；若方案用于其他主机，请使用 --no-host 检查。</translation>
    </message>
    <message>
        <source>This host&apos;s kernel (%1) no longer accepts use_carrier=0.</source>
        <translation>该主机内核（%1）不再接受 use_carrier=0。</translation>
    </message>
    <message>
        <source>This host has an interface “%1” already.</source>
        <translation>该主机已有接口“%1”。</translation>
    </message>
    <message>
        <source>Choose another name, or edit the existing bond.</source>
        <translation>请换一个名称，或编辑现有的绑定接口。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>The NICs have different speeds (%1).</source>
        <extracomment>@status %1 is a list such as “eth0: 1000 Mbit/s, eth1: 10000 Mbit/s”</extracomment>
        <translation>网卡速率不同（%1）。</translation>
    </message>
    <message>
        <source>802.3ad puts them into different groups, and only one group carries traffic: choose NICs of the same speed.</source>
        <translation>802.3ad 会把它们分到不同的聚合组，只有一个组承载流量：请选择速率相同的网卡。</translation>
    </message>
    <message>
        <source>Name the fastest NIC as primary, so that it is used whenever it works.</source>
        <translation>请将最快的网卡设为 primary（首选），只要它正常就使用它。</translation>
    </message>
    <message>
        <source>The slowest NIC limits the others in this mode: choose NICs of the same speed.</source>
        <translation>在此模式下最慢的网卡会拖累其他网卡：请选择速率相同的网卡。</translation>
    </message>
    <message>
        <source>The speed of “%1” cannot be read; in mode %2 the kernel would treat it as down.</source>
        <extracomment>@status %1 is the name of a NIC, %2 a mode&apos;s</extracomment>
        <translation>无法读取“%1”的速率；在 %2 模式下内核会把它视为故障。</translation>
    </message>
    <message>
        <source>Choose another NIC, or active-backup.</source>
        <translation>请选择其他网卡，或使用 active-backup（主备）。</translation>
    </message>
    <message>
        <source>“%1” runs at half duplex; 802.3ad never takes such a link into a group.</source>
        <translation>“%1”工作在半双工；802.3ad 不会把这样的链路加入聚合组。</translation>
    </message>
    <message>
        <source>Check the cable and the speed settings on both ends.</source>
        <translation>请检查网线以及两端的速率设置。</translation>
    </message>
    <message>
        <source>“%1” runs at half duplex.</source>
        <translation>“%1”工作在半双工。</translation>
    </message>
    <message>
        <source>The MAC address of “%1” cannot be changed, as mode %2 needs it.</source>
        <translation>“%1”的 MAC 地址无法更改，而 %2 模式需要更改它。</translation>
    </message>
    <message>
        <source>Set fail_over_mac to active.</source>
        <translation>请将 fail_over_mac 设为 active。</translation>
    </message>
    <message>
        <source>Choose active-backup with fail_over_mac=active, or another NIC.</source>
        <translation>请使用 active-backup 并设置 fail_over_mac=active，或选择其他网卡。</translation>
    </message>
    <message>
        <source>This host is a virtual machine (%1); its hypervisor may drop frames that carry another NIC&apos;s MAC address.</source>
        <extracomment>@status %1 is a kind of hypervisor, such as vmware</extracomment>
        <translation>该主机是虚拟机（%1）；虚拟化平台可能丢弃使用其他网卡 MAC 地址的帧。</translation>
    </message>
    <message>
        <source>Set fail_over_mac to active, or allow MAC address changes in the hypervisor.</source>
        <translation>请将 fail_over_mac 设为 active，或在虚拟化平台中允许更改 MAC 地址。</translation>
    </message>
    <message>
        <source>This host is a virtual machine (%1); its virtual switch usually does not support what mode %2 needs.</source>
        <extracomment>@status %1 is a kind of hypervisor, %2 a mode</extracomment>
        <translation>该主机是虚拟机（%1）；其虚拟交换机通常不支持 %2 模式所需的功能。</translation>
    </message>
    <message>
        <source>Bond the physical NICs of the hypervisor, or choose active-backup.</source>
        <translation>请在宿主机上绑定物理网卡，或选择 active-backup（主备）。</translation>
    </message>
    <message>
        <source>“%1” supports an MTU of at most %2, not %3.</source>
        <extracomment>@status %1 is the name of a NIC, %2 and %3 are numbers</extracomment>
        <translation>“%1”支持的 MTU 最大为 %2，不支持 %3。</translation>
    </message>
    <message>
        <source>Lower the MTU, or choose another NIC.</source>
        <translation>请减小 MTU，或选择其他网卡。</translation>
    </message>
    <message>
        <source>The MTU of “%1” is %2 and will be raised to %3.</source>
        <translation>“%1”的 MTU 为 %2，将提高到 %3。</translation>
    </message>
    <message>
        <source>Make sure that the switch and all hosts of this network use the same MTU.</source>
        <translation>请确认交换机和该网络中的所有主机使用相同的 MTU。</translation>
    </message>
    <message>
        <source>This host has no NIC “%1”.</source>
        <extracomment>@status %1 is the name of a NIC</extracomment>
        <translation>该主机没有网卡“%1”。</translation>
    </message>
    <message>
        <source>Choose one of its NICs; “bondctl nics” lists them.</source>
        <translation>请选择该主机的网卡；可用“bondctl nics”列出。</translation>
    </message>
    <message>
        <source>The NIC “%1” already belongs to the bond “%2”.</source>
        <extracomment>@status %1 is the name of a NIC, %2 of the bond it is in</extracomment>
        <translation>网卡“%1”已属于绑定接口“%2”。</translation>
    </message>
    <message>
        <source>Remove it there first, or choose another NIC.</source>
        <translation>请先从中移除，或选择其他网卡。</translation>
    </message>
    <message>
        <source>The NIC “%1” is a port of “%2” (%3).</source>
        <extracomment>@status %1 is the name of a NIC, %2 of another interface and %3 its kind</extracomment>
        <translation>网卡“%1”是“%2”（%3）的端口。</translation>
    </message>
    <message>
        <source>Remove it there first; a bridge goes on top of the bond.</source>
        <translation>请先从中移除；网桥应建立在绑定接口之上。</translation>
    </message>
    <message>
        <source>“%1” is a %2 and cannot be bonded.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 its kind, such as bridge</extracomment>
        <translation>“%1”的类型是 %2，不能绑定。</translation>
    </message>
    <message>
        <source>Choose a NIC.</source>
        <translation>请选择网卡。</translation>
    </message>
    <message>
        <source>“%1” is a wireless NIC; it works in a bond at best as a backup in active-backup.</source>
        <translation>“%1”是无线网卡，在绑定接口中最多只能在主备模式下作备用。</translation>
    </message>
    <message>
        <source>Choose wired NICs.</source>
        <translation>请选择有线网卡。</translation>
    </message>
    <message>
        <source>“%1” is a VLAN.</source>
        <translation>“%1”是 VLAN 接口。</translation>
    </message>
    <message>
        <source>Bond the NICs and put the VLAN on top of the bond.</source>
        <translation>请绑定物理网卡，并把 VLAN 建立在绑定接口之上。</translation>
    </message>
    <message>
        <source>“%1” has the permanent MAC address %2, not %3.</source>
        <extracomment>@status %1 is the name of a NIC, %2 and %3 are MAC addresses</extracomment>
        <translation>“%1”的永久 MAC 地址是 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>Check whether the NICs have changed their names.</source>
        <translation>请检查网卡名称是否发生了变化。</translation>
    </message>
    <message>
        <source>Check its cable, and whether the interface and the switch port are up.</source>
        <translation>请检查网线，以及接口和交换机端口是否启用。</translation>
    </message>
    <message>
        <source>InfiniBand NICs can be bonded only in mode active-backup.</source>
        <translation>InfiniBand 网卡只能以 active-backup（主备）模式绑定。</translation>
    </message>
    <message>
        <source>Choose active-backup.</source>
        <translation>请选择 active-backup（主备）。</translation>
    </message>
    <message>
        <source>InfiniBand and Ethernet NICs cannot be in one bond.</source>
        <translation>InfiniBand 网卡与以太网卡不能属于同一个绑定接口。</translation>
    </message>
    <message>
        <source>Choose NICs of one kind.</source>
        <translation>请选择同一类型的网卡。</translation>
    </message>
    <message>
        <source>InfiniBand NICs cannot change their address; the kernel will set fail_over_mac to active.</source>
        <translation>InfiniBand 网卡无法更改地址；内核会把 fail_over_mac 设为 active。</translation>
    </message>
    <message>
        <source>%1 are on one adapter.</source>
        <extracomment>@status %1 is a list of NICs</extracomment>
        <translation>%1 是同一块网卡的端口。</translation>
    </message>
    <message>
        <source>If that adapter fails, the whole bond fails: choose NICs on different adapters.</source>
        <translation>该网卡故障时整个绑定接口都会失效：请选择不同网卡上的端口。</translation>
    </message>
    <message>
        <source>If that adapter fails, they fail together.</source>
        <translation>该网卡故障时，这些端口会同时失效。</translation>
    </message>
    <message>
        <source>The cables lead to different switches: %1.</source>
        <extracomment>@status %1 is a list of switches</extracomment>
        <translation>网线接到不同的交换机：%1。</translation>
    </message>
    <message>
        <source>This mode needs one switch, or switches that act as one (stack, MLAG, vPC).</source>
        <translation>此模式要求接到同一台交换机，或逻辑上作为一台的交换机（堆叠、MLAG、vPC）。</translation>
    </message>
    <message>
        <source>All cables lead to one switch: %1.</source>
        <translation>所有网线都接到同一台交换机：%1。</translation>
    </message>
    <message>
        <source>With a second switch in the same network, even a whole switch may fail.</source>
        <translation>若改接到同一网络中的第二台交换机，即使整台交换机故障也不中断。</translation>
    </message>
    <message>
        <source>“%1” and “%2” have addresses of different networks now; their cables may lead to different networks.</source>
        <extracomment>@status %1 and %2 are names of NICs</extracomment>
        <translation>“%1”和“%2”目前的地址属于不同网段，它们的网线可能接到不同的网络。</translation>
    </message>
    <message>
        <source>All NICs of a bond must lead to the same network: check the cables.</source>
        <translation>同一绑定接口的所有网卡必须接到同一网络：请检查网线。</translation>
    </message>
    <message>
        <source>min_links asks for %1 links, but the bond has %2 NICs: it would never come up.</source>
        <extracomment>@status %1 and %2 are numbers</extracomment>
        <translation>min_links 要求 %1 条链路，而绑定接口只有 %2 块网卡，将永远无法启用。</translation>
    </message>
    <message>
        <source>Lower min_links, or add NICs.</source>
        <translation>请减小 min_links，或增加网卡。</translation>
    </message>
    <message>
        <source>With lacp_active=off this host waits for the switch to speak first; if both wait, the group never forms.</source>
        <translation>lacp_active=off 时该主机等待交换机先发送；如果双方都在等待，聚合组将永远无法建立。</translation>
    </message>
    <message>
        <source>Set the switch&apos;s ports to LACP active, or leave lacp_active on.</source>
        <translation>请将交换机端口设为 LACP 主动模式，或保持 lacp_active 为 on。</translation>
    </message>
    <message>
        <source>With the hash policy layer2, everything that goes through one router leaves over one NIC.</source>
        <translation>使用 layer2 哈希策略时，经同一路由器的流量全部从一块网卡发出。</translation>
    </message>
    <message>
        <source>Choose layer2+3 or layer3+4 to spread it better.</source>
        <translation>选择 layer2+3 或 layer3+4 可使分布更均匀。</translation>
    </message>
    <message>
        <source>Configure the switch first; “bondctl switch” writes the text for it.</source>
        <translation>请先配置交换机；“bondctl switch”可生成所需的配置文本。</translation>
    </message>
    <message>
        <source>The bond&apos;s MAC address is to come from “%1”, which does not belong to it.</source>
        <translation>绑定接口的 MAC 地址取自“%1”，但它不属于该绑定接口。</translation>
    </message>
    <message>
        <source>Choose one of the bond&apos;s NICs.</source>
        <translation>请选择该绑定接口中的网卡。</translation>
    </message>
    <message>
        <source>“%1” cannot be the bond&apos;s MAC address.</source>
        <translation>“%1”不能作为绑定接口的 MAC 地址。</translation>
    </message>
    <message>
        <source>Give an address such as 02:00:5e:10:00:01, “permanent:” and a NIC&apos;s name, or nothing.</source>
        <translation>请填写形如 02:00:5e:10:00:01 的地址，或“permanent:”加网卡名称，或留空。</translation>
    </message>
    <message>
        <source>The MTU %1 is not possible.</source>
        <translation>MTU 不能为 %1。</translation>
    </message>
    <message>
        <source>Give a number from %1 to %2; 1500 is usual.</source>
        <translation>请填写 %1 到 %2 之间的数值；通常为 1500。</translation>
    </message>
    <message>
        <source>IPv6 needs an MTU of at least %1.</source>
        <translation>IPv6 要求 MTU 至少为 %1。</translation>
    </message>
    <message>
        <source>Raise the MTU, or disable IPv6.</source>
        <translation>请增大 MTU，或停用 IPv6。</translation>
    </message>
    <message>
        <source>Mode %1 works only with miimon link monitoring, and miimon is 0.</source>
        <extracomment>@status %1 is a mode&apos;s name</extracomment>
        <translation>%1 模式必须使用 miimon 链路监测，而 miimon 为 0。</translation>
    </message>
    <message>
        <source>Set miimon to 100 (ms), the usual value.</source>
        <translation>请将 miimon 设为常用值 100（ms）。</translation>
    </message>
    <message>
        <source>Nothing monitors the links: a broken cable would not be noticed, and no other NIC would take over.</source>
        <translation>没有任何链路监测：网线断开不会被发现，也不会有其他网卡接管。</translation>
    </message>
    <message>
        <source>Set miimon to 100 (ms), the usual value, or use ARP monitoring.</source>
        <translation>请将 miimon 设为常用值 100（ms），或使用 ARP 监测。</translation>
    </message>
    <message>
        <source>miimon and arp_interval exclude each other; the kernel keeps only one.</source>
        <translation>miimon 与 arp_interval 互斥；内核只会保留其中一个。</translation>
    </message>
    <message>
        <source>Set one of the two to 0.</source>
        <translation>请将其中一个设为 0。</translation>
    </message>
    <message>
        <source>%1 can be set only together with miimon.</source>
        <translation>%1 只能与 miimon 一起设置。</translation>
    </message>
    <message>
        <source>Remove it, or set miimon.</source>
        <translation>请将其删除，或设置 miimon。</translation>
    </message>
    <message>
        <source>%1 (%2 ms) is not a multiple of miimon (%3 ms); the kernel would round it down.</source>
        <extracomment>@status %1 is an option&apos;s name, %2 and %3 are numbers</extracomment>
        <translation>%1（%2 ms）不是 miimon（%3 ms）的整数倍；内核会向下取整。</translation>
    </message>
    <message>
        <source>Set it to %1 or %2.</source>
        <translation>请设为 %1 或 %2。</translation>
    </message>
    <message>
        <source>With %1=%2, a broken link stays unnoticed for up to %2 ms.</source>
        <translation>%1=%2 时，链路断开后最多要 %2 ms 才会被发现。</translation>
    </message>
    <message>
        <source>100 ms is the usual value for miimon, 1000 ms for arp_interval.</source>
        <translation>miimon 通常取 100 ms，arp_interval 通常取 1000 ms。</translation>
    </message>
    <message>
        <source>With %1=%2, the links are checked so often that it costs CPU time.</source>
        <translation>%1=%2 时检查过于频繁，会占用处理器时间。</translation>
    </message>
    <message>
        <source>The name “%1” looks like that of a VLAN; the network service of older Red Hat releases would treat the bond as one.</source>
        <extracomment>@status</extracomment>
        <translation>名称“%1”形似 VLAN；旧版 Red Hat 的 network 服务会把该绑定接口当作 VLAN 处理。</translation>
    </message>
    <message>
        <source>Choose a name such as bond0.</source>
        <translation>请使用 bond0 之类的名称。</translation>
    </message>
    <message>
        <source>With the name “%1”, the network service of older Red Hat releases would run the script for another kind of device.</source>
        <translation>使用名称“%1”时，旧版 Red Hat 的 network 服务会执行其他类型设备的脚本。</translation>
    </message>
    <message>
        <source>The interface has no name.</source>
        <translation>接口没有名称。</translation>
    </message>
    <message>
        <source>The interface name “%1” is longer than 15 bytes.</source>
        <translation>接口名称“%1”超过 15 字节。</translation>
    </message>
    <message>
        <source>“%1” cannot be an interface name.</source>
        <translation>“%1”不能作为接口名称。</translation>
    </message>
    <message>
        <source>The interface name “%1” contains a slash, a colon or white space.</source>
        <translation>接口名称“%1”含有斜杠、冒号或空白字符。</translation>
    </message>
    <message>
        <source>The kernel would replace the % in the interface name “%1”.</source>
        <translation>内核会替换接口名称“%1”中的 %。</translation>
    </message>
    <message>
        <source>The interface name “%1” is taken by the kernel itself.</source>
        <translation>接口名称“%1”为内核保留。</translation>
    </message>
    <message>
        <source>The interface name “%1” contains characters that are dangerous in scripts and files.</source>
        <translation>接口名称“%1”含有在脚本和文件中有危险的字符。</translation>
    </message>
    <message>
        <source>Give a name such as bond0.</source>
        <translation>请填写 bond0 之类的名称。</translation>
    </message>
    <message>
        <source>Use at most 15 characters.</source>
        <translation>最多使用 15 个字符。</translation>
    </message>
    <message>
        <source>Use letters, digits, “.”, “_” and “-”, beginning with a letter or digit.</source>
        <translation>请使用字母、数字、“.”、“_”和“-”，并以字母或数字开头。</translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation>请填写 %1 到 %2 之间的整数。</translation>
    </message>
    <message>
        <source>Give one of: %1.</source>
        <translation>请从以下取值中选择：%1。</translation>
    </message>
    <message>
        <source>Give the name of one of the NICs.</source>
        <translation>请填写其中一块网卡的名称。</translation>
    </message>
    <message>
        <source>Give 1 to 16 different IPv4 addresses of hosts, separated by commas.</source>
        <translation>请填写 1 到 16 个不重复的主机 IPv4 地址，以逗号分隔。</translation>
    </message>
    <message>
        <source>Give 1 to 16 different IPv6 addresses of hosts, separated by commas.</source>
        <translation>请填写 1 到 16 个不重复的主机 IPv6 地址，以逗号分隔。</translation>
    </message>
    <message>
        <source>Give a MAC address such as 02:00:5e:10:00:01 that is not a group address.</source>
        <translation>请填写形如 02:00:5e:10:00:01 的 MAC 地址，不能是组播地址。</translation>
    </message>
    <message>
        <source>The bonding driver has no option “%1”.</source>
        <extracomment>@status %1 is an option&apos;s name</extracomment>
        <translation>bonding 驱动没有选项“%1”。</translation>
    </message>
    <message>
        <source>Check its spelling; “bondctl options” lists them all.</source>
        <translation>请检查拼写；“bondctl options”可列出全部选项。</translation>
    </message>
    <message>
        <source>The mode stands among the options.</source>
        <translation>模式写在了选项之中。</translation>
    </message>
    <message>
        <source>Give it as the plan&apos;s own “mode”.</source>
        <translation>请写在方案自身的“mode”中。</translation>
    </message>
    <message>
        <source>“%1” belongs to a single NIC, not to the bond.</source>
        <translation>“%1”属于单块网卡，而不是绑定接口。</translation>
    </message>
    <message>
        <source>Give it with the NIC, under “slaves”.</source>
        <translation>请写在“slaves”中对应的成员网卡下。</translation>
    </message>
    <message>
        <source>“%1” is a parameter of the whole driver, not of one bond.</source>
        <translation>“%1”是整个驱动的参数，而不是某个绑定接口的选项。</translation>
    </message>
    <message>
        <source>Remove it; it can be set only where the driver is loaded.</source>
        <translation>请将其删除；它只能在加载驱动时设置。</translation>
    </message>
    <message>
        <source>“%1” is not a value for %2.</source>
        <extracomment>@status %1 is a value, %2 an option&apos;s name</extracomment>
        <translation>“%1”不是 %2 的有效取值。</translation>
    </message>
    <message>
        <source>The option %1 does not exist in mode %2.</source>
        <extracomment>@status %1 is an option&apos;s name, %2 a mode&apos;s</extracomment>
        <translation>%2 模式下没有选项 %1。</translation>
    </message>
    <message>
        <source>Remove it, or choose one of these modes: %1.</source>
        <translation>请将其删除，或改用以下模式之一：%1。</translation>
    </message>
    <message>
        <source>The option %1 has no effect here.</source>
        <translation>选项 %1 在此不起作用。</translation>
    </message>
    <message>
        <source>It can be left out.</source>
        <translation>可以省略。</translation>
    </message>
    <message>
        <source>%1 and %2 are two names of one option, and their values differ.</source>
        <translation>%1 与 %2 是同一选项的两个名称，但取值不同。</translation>
    </message>
    <message>
        <source>active_slave switches a running bond and is not kept.</source>
        <translation>active_slave 用于切换运行中的绑定接口，不会保存。</translation>
    </message>
    <message>
        <source>Use primary to prefer a NIC for good.</source>
        <translation>若要长期优先使用某块网卡，请使用 primary。</translation>
    </message>
    <message>
        <source>use_carrier=0 is obsolete; Linux 6.18 and later refuse it.</source>
        <translation>use_carrier=0 已过时；Linux 6.18 及更高版本不再接受。</translation>
    </message>
    <message>
        <source>The primary NIC “%1” does not belong to the bond.</source>
        <extracomment>@status %1 is the name of a NIC</extracomment>
        <translation>首选网卡“%1”不属于该绑定接口。</translation>
    </message>
    <message>
        <source>Choose one of the bond&apos;s NICs, or remove primary.</source>
        <translation>请选择该绑定接口中的网卡，或删除 primary。</translation>
    </message>
    <message>
        <source>The active NIC “%1” does not belong to the bond.</source>
        <translation>活动成员网卡“%1”不属于该绑定接口。</translation>
    </message>
    <message>
        <source>Choose one of the bond&apos;s NICs, or remove active_slave.</source>
        <translation>请选择该绑定接口中的网卡，或删除 active_slave。</translation>
    </message>
    <message>
        <source>A NIC&apos;s priority does not exist in mode %1.</source>
        <translation>%1 模式下没有网卡优先级。</translation>
    </message>
    <message>
        <source>Remove it, or choose active-backup, balance-tlb or balance-alb.</source>
        <translation>请将其删除，或改用 active-backup、balance-tlb 或 balance-alb。</translation>
    </message>
    <message>
        <source>The priority of “%1” is ignored while there is a primary.</source>
        <translation>设置了首选网卡时，“%1”的优先级不起作用。</translation>
    </message>
    <message>
        <source>Use either the priorities or primary.</source>
        <translation>优先级与 primary 请只用其一。</translation>
    </message>
    <message>
        <source>The bond has no slaves.</source>
        <translation>绑定接口没有成员网卡。</translation>
    </message>
    <message>
        <source>Choose at least two.</source>
        <translation>请至少选择两块。</translation>
    </message>
    <message>
        <source>The bond has only one NIC: nothing can take over for it.</source>
        <translation>绑定接口只有一块网卡，没有其他网卡可以接管。</translation>
    </message>
    <message>
        <source>Choose a second one.</source>
        <translation>请再选择一块。</translation>
    </message>
    <message>
        <source>Rename the NIC, or choose another one.</source>
        <translation>请重命名该网卡，或选择其他网卡。</translation>
    </message>
    <message>
        <source>The bond “%1” cannot be one of its own NICs.</source>
        <translation>绑定接口“%1”不能是自己的成员网卡。</translation>
    </message>
    <message>
        <source>The NIC “%1” is named twice.</source>
        <translation>网卡“%1”重复。</translation>
    </message>
    <message>
        <source>Name each NIC once.</source>
        <translation>每块网卡只能出现一次。</translation>
    </message>
    <message>
        <source>“%1” cannot be the MAC address of “%2”.</source>
        <extracomment>@status %1 is a text, %2 the name of a NIC</extracomment>
        <translation>“%1”不能是“%2”的 MAC 地址。</translation>
    </message>
    <message>
        <source>Give the NIC&apos;s permanent address, such as 02:00:5e:10:00:01.</source>
        <translation>请填写网卡的永久地址，例如 02:00:5e:10:00:01。</translation>
    </message>
    <message>
        <source>The MAC address %1 is given to two NICs.</source>
        <translation>MAC 地址 %1 用于两块网卡。</translation>
    </message>
    <message>
        <source>Give each NIC its own permanent address.</source>
        <translation>请为每块网卡填写各自的永久地址。</translation>
    </message>
    <message>
        <source>The queue %1 leads to two NICs.</source>
        <translation>队列 %1 对应两块网卡。</translation>
    </message>
    <message>
        <source>Give each NIC a queue of its own, or 0 for none.</source>
        <translation>请为每块网卡指定不同的队列，或用 0 表示无。</translation>
    </message>
    <message>
        <source>The bond has queue %1 only if the driver is loaded with as many tx_queues; the usual number is %2.</source>
        <translation>只有驱动加载时的 tx_queues 足够大，绑定接口才有队列 %1；通常的数量为 %2。</translation>
    </message>
    <message>
        <source>Take a queue from 1 to %1.</source>
        <translation>请选择 1 到 %1 的队列。</translation>
    </message>
    <message>
        <source>There is no VLAN %1.</source>
        <translation>不存在 VLAN %1。</translation>
    </message>
    <message>
        <source>Give a number from 1 to 4094.</source>
        <translation>请填写 1 到 4094 之间的数值。</translation>
    </message>
    <message>
        <source>VLAN %1 is given twice.</source>
        <translation>VLAN %1 重复。</translation>
    </message>
    <message>
        <source>Give the VLAN a shorter name of its own.</source>
        <translation>请为该 VLAN 指定一个更短的名称。</translation>
    </message>
    <message>
        <source>The interface name “%1” is used twice in this plan.</source>
        <translation>接口名称“%1”在方案中使用了两次。</translation>
    </message>
    <message>
        <source>Give the VLAN a name of its own.</source>
        <translation>请为该 VLAN 指定不同的名称。</translation>
    </message>
    <message>
        <source>The VLAN&apos;s MTU %1 is larger than the bond&apos;s (%2).</source>
        <translation>VLAN 的 MTU %1 大于绑定接口的 MTU（%2）。</translation>
    </message>
    <message>
        <source>Lower it, or raise the bond&apos;s MTU.</source>
        <translation>请减小它，或增大绑定接口的 MTU。</translation>
    </message>
    <message>
        <source>Give a number from %1 to %2.</source>
        <translation>请填写 %1 到 %2 之间的数值。</translation>
    </message>
    <message>
        <source>With fail_over_mac=%1 the bond has the MAC address of its active slave; the one set here is not kept.</source>
        <translation>使用 fail_over_mac=%1 时，绑定接口采用活动成员网卡的 MAC 地址；此处设置的地址不会保留。</translation>
    </message>
    <message>
        <source>Remove the bond&apos;s MAC address, or set fail_over_mac to none.</source>
        <translation>请去掉绑定接口的 MAC 地址，或把 fail_over_mac 设为 none。</translation>
    </message>
    <message>
        <source>A kernel module makes an interface “%1” of its own when it is loaded.</source>
        <translation>有一个内核模块在加载时会自行创建接口“%1”。</translation>
    </message>
    <message>
        <source>balance-slb can only be 1, and only in mode balance-xor.</source>
        <extracomment>@status balance-slb and balance-xor are names</extracomment>
        <translation>balance-slb 只能为 1，且只能用于 balance-xor 模式。</translation>
    </message>
    <message>
        <source>Remove it, or choose balance-xor.</source>
        <translation>请去掉它，或选择 balance-xor。</translation>
    </message>
    <message>
        <source>balance-slb is not the driver&apos;s: NetworkManager spreads the traffic itself, and the switch needs no group. Only NetworkManager can make such a bond.</source>
        <translation>balance-slb 不是驱动的功能：由 NetworkManager 自行分配流量，交换机无需聚合组。只有 NetworkManager 能建立这样的绑定接口。</translation>
    </message>
    <message>
        <source>Set arp_validate=all, or arp_all_targets=any.</source>
        <translation>请设置 arp_validate=all 或 arp_all_targets=any。</translation>
    </message>
    <message>
        <source>arp_all_targets=all sees replies only where arp_validate looks at them, and %1 does not look at standby NICs: they count as down.</source>
        <translation>arp_all_targets=all 只看 arp_validate 检查的应答，而 %1 不检查备用网卡：备用网卡会被视为断开。</translation>
    </message>
    <message>
        <source>This host has no bond “%1” to rename.</source>
        <translation>该主机没有可重命名的绑定接口“%1”。</translation>
    </message>
    <message>
        <source>Remove “replaces”, or name a bond of this host.</source>
        <translation>请去掉“replaces”，或填写该主机的绑定接口。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an interface.</source>
        <translation>“%1”不能作为接口名称。</translation>
    </message>
    <message>
        <source>Name the bond that is renamed, or remove “replaces”.</source>
        <translation>请填写要重命名的绑定接口，或去掉“replaces”。</translation>
    </message>
    <message>
        <source>A bond cannot replace itself.</source>
        <translation>绑定接口不能取代自己。</translation>
    </message>
    <message>
        <source>Choose another name, or remove “replaces”.</source>
        <translation>请另选名称，或去掉“replaces”。</translation>
    </message>
    <message>
        <source>“%1” is not an error that a plan can accept.</source>
        <translation>“%1”不是方案可以接受的错误。</translation>
    </message>
    <message>
        <source>Remove it from “accept”.</source>
        <translation>请将其从“accept”中去掉。</translation>
    </message>
    <message>
        <source>arp_all_targets=all sees replies only where arp_validate looks at them, and %1 does not look at the active NIC: the link of the bond is never up.</source>
        <translation>arp_all_targets=all 只看 arp_validate 检查的应答，而 %1 不检查活动成员网卡：绑定接口的链路将始终断开。</translation>
    </message>
    <message>
        <source>In this mode no NIC comes back once all were down together: with %1 the driver takes no replies then.</source>
        <translation>在此模式下，所有网卡同时断开后将无法恢复：使用 %1 时，驱动此时不接受任何应答。</translation>
    </message>
    <message>
        <source>Set arp_validate=active, or leave it out.</source>
        <translation>请设置 arp_validate=active，或不设置该选项。</translation>
    </message>
    <message>
        <source>Two interfaces in one network answer for each other, and answers may return through either: add that NIC to the bond, or use another network.</source>
        <translation>同一网段的两个接口会互相应答，返回路径不确定：请把该网卡加入绑定接口，或使用其他网段。</translation>
    </message>
    <message>
        <source>The link of the NIC “%1” is down.</source>
        <translation>网卡“%1”链路断开。</translation>
    </message>
    <message>
        <source>“%1” carries the IPv6 default route through %2; the plan has no IPv6 gateway, so the host loses its way out over IPv6.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 the gateway&apos;s address</extracomment>
        <translation>“%1”承载经由 %2 的 IPv6 默认路由，而方案没有 IPv6 网关，该主机将无法通过 IPv6 访问其他网络。</translation>
    </message>
    <message>
        <source>The target %1 is the bond&apos;s own address: the driver sends no probes to it.</source>
        <translation>探测目标 %1 是绑定接口自己的地址：驱动程序不会向它发送探测报文。</translation>
    </message>
    <message>
        <source>The target %1 is in none of the bond&apos;s IPv6 networks: a NIC that has to take over may get no answers.</source>
        <translation>目标 %1 不在绑定接口的任何 IPv6 网络中：需要接管的网卡可能收不到应答。</translation>
    </message>
    <message>
        <source>Give the bond an address in the network of the target.</source>
        <translation>为绑定接口配置一个目标所在网络的地址。</translation>
    </message>
    <message>
        <source>NetworkManager refuses the gateway %1 without an address beside it.</source>
        <extracomment>@status %1 is an address</extracomment>
        <translation>没有同时设置地址时，NetworkManager 会拒绝网关 %1。</translation>
    </message>
    <message>
        <source>Remove it: the network names one itself.</source>
        <translation>请将其删除：网络会自行提供网关。</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>%1.</source>
        <extracomment>@info a word or phrase that other sentences follow, with the full stop of this language</extracomment>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>switch</name>
    <message>
        <source>The switch needs no configuration.</source>
        <extracomment>@info</extracomment>
        <translation>交换机无需任何配置。</translation>
    </message>
    <message>
        <source>The switch must hold all ports of this bond (%1) in one static link aggregation group (EtherChannel “mode on”, manual Eth-Trunk), without LACP.</source>
        <extracomment>@info %1 is the number of switch ports</extracomment>
        <translation>交换机必须把该绑定接口的全部端口（%1 个）放入同一个静态链路聚合组（EtherChannel“mode on”、手工 Eth-Trunk），不使用 LACP。</translation>
    </message>
    <message>
        <source>The switch must hold all ports of this bond (%1) in one LACP group (802.3ad), mode active.</source>
        <extracomment>@info %1 is the number of switch ports</extracomment>
        <translation>交换机必须把该绑定接口的全部端口（%1 个）放入同一个 LACP 聚合组（802.3ad），使用主动模式。</translation>
    </message>
    <message>
        <source>Ports of this bond that are on one switch must form one static link aggregation group there (EtherChannel “mode on”, manual Eth-Trunk); ports on separate networks need nothing.</source>
        <extracomment>@info</extracomment>
        <translation>该绑定接口接在同一台交换机上的端口，必须在该交换机上组成一个静态链路聚合组（EtherChannel mode on、手工 Eth-Trunk）；接在相互独立网络中的端口无需配置。</translation>
    </message>
    <message>
        <source>The switch must hold all ports of this bond in one static link aggregation group (EtherChannel “mode on”, manual Eth-Trunk), without LACP.</source>
        <translation>交换机必须把该绑定接口的所有端口放入同一个静态链路聚合组（EtherChannel “mode on”、手工 Eth-Trunk），不启用 LACP。</translation>
    </message>
    <message>
        <source>The switch must hold all ports of this bond in one LACP group (802.3ad), mode active.</source>
        <translation>交换机必须把该绑定接口的所有端口放入同一个 LACP 聚合组（802.3ad），使用主动模式。</translation>
    </message>
</context>
</TS>
