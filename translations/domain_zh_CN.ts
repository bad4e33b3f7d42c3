<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>plan</name>
    <message>
        <source>The plan&apos;s “%1” must be %2.</source>
        <extracomment>@error %1 is the place in the plan, such as ipv4.addresses[0]; %2 says what belongs there</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/plan.schema.json describes the format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there, as a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a VLAN id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1, the version this program reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is larger than %1 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is not valid JSON: %1, at byte %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>The plan&apos;s “%1” is not known and is ignored.</source>
        <extracomment>@status %1 is a place in the plan&apos;s JSON, such as ipv4.foo</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its spelling, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an %2 address with its prefix length.</source>
        <extracomment>@status %1 is a text, %2 is IPv4 or IPv6</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address “%1” does not say how long its network prefix is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the address of an interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the address of this host in its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the network&apos;s own or its broadcast address, not a host&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address %1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is set to manual, but no address is given.</source>
        <extracomment>@status %1 is IPv4 or IPv6</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an address, or choose another method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses or routes are given for %1, but its method (%2) does not use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose manual, or remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bond gets no address at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is right for a bond below a bridge; otherwise choose DHCP or give an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ARP monitoring has no target: nothing would be probed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one or two hosts that always answer, such as the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The targets in %1 are never probed, because arp_interval is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set arp_interval (and remove miimon), or remove the targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arp_validate works only with ARP monitoring, and arp_interval is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set arp_interval (and remove miimon), or remove arp_validate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this mode the switch may return all ARP replies over one port; the other cards then look broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use miimon, or set the switch to spread packets evenly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ARP target %1 is in none of the bond&apos;s networks; ARP does not pass routers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a host of the same network, such as the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway “%1” is not an %2 address of a host.</source>
        <extracomment>@status %1 is a text, %2 is IPv4 or IPv6</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the router&apos;s address without a prefix length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway %1 is the bond&apos;s own address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the router&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway %1 is in none of the bond&apos;s networks, so it cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the gateway, the address or the prefix length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an %2 network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as address/prefix length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The route&apos;s destination %1 has bits set behind its prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the network&apos;s own address, or a longer prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DNS server “%1” is not an %2 address of a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the server&apos;s address; IPv6 servers belong to IPv6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a domain name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has the address %2, which the plan does not take over: it will vanish.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 a list of its addresses</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the bond this address if the host must stay reachable under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own remote session runs over “%1”.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 the address of the administrator&apos;s own computer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own remote session from %2 runs over “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It moves to the bond with the address and may pause for some seconds; confirm in time, or everything is rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan does not keep the address it uses: the session will break. Give the bond this address, or work from the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” carries the default route through %2; the plan has no gateway, so the host loses its way out of the network.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 the gateway&apos;s address</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the bond this gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default route goes through %1 now and through %2 with this plan.</source>
        <extracomment>@status %1 is the present gateway&apos;s address, %2 the planned one&apos;s</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make sure that this is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DNS servers in use (%1) may vanish with the card&apos;s configuration; the plan names none.</source>
        <extracomment>@status %1 is a list of addresses</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the bond these DNS servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address %1 is already on the interface “%2”.</source>
        <extracomment>@status %1 is an address, %2 an interface&apos;s name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it there, or choose another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface “%2” has an address of the same network as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two interfaces in one network answer for each other and make the way back uncertain: add that card to the bond, or use another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs Linux %2 or later; this host runs %3.</source>
        <extracomment>@status %1 is an option, %2 and %3 are kernel releases</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host&apos;s kernel has no bonding driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the kernel&apos;s module package (bonding.ko), or check a plan for another host with --no-host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host&apos;s kernel (%1) no longer accepts use_carrier=0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has an interface “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or edit the existing bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cards have different speeds (%1).</source>
        <extracomment>@status %1 is a list such as “eth0: 1000 Mbit/s, eth1: 10000 Mbit/s”</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>802.3ad puts them into different groups, and only one group carries traffic: choose cards of the same speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the fastest card as primary, so that it is used whenever it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slowest card limits the others in this mode: choose cards of the same speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speed of “%1” cannot be read; in mode %2 the kernel would treat it as down.</source>
        <extracomment>@status %1 is the name of a network card, %2 a mode&apos;s</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another card, or active-backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” runs at half duplex; 802.3ad never takes such a link into a group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the cable and the speed settings on both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” runs at half duplex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MAC address of “%1” cannot be changed, as mode %2 needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set fail_over_mac to active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose active-backup with fail_over_mac=active, or another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host is a virtual machine (%1); its hypervisor may drop frames that carry another card&apos;s MAC address.</source>
        <extracomment>@status %1 is a kind of hypervisor, such as vmware</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set fail_over_mac to active, or allow MAC address changes in the hypervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host is a virtual machine (%1); its virtual switch usually does not support what mode %2 needs.</source>
        <extracomment>@status %1 is a kind of hypervisor, %2 a mode</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond the physical cards of the hypervisor, or choose active-backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” supports an MTU of at most %2, not %3.</source>
        <extracomment>@status %1 is the name of a network card, %2 and %3 are numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the MTU, or choose another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MTU of “%1” is %2 and will be raised to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make sure that the switch and all hosts of this network use the same MTU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has no network card “%1”.</source>
        <extracomment>@status %1 is the name of a network card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of its cards; “bondctl nics” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network card “%1” already belongs to the bond “%2”.</source>
        <extracomment>@status %1 is the name of a network card, %2 of the bond it is in</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it there first, or choose another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network card “%1” is a port of “%2” (%3).</source>
        <extracomment>@status %1 is the name of a network card, %2 of another interface and %3 its kind</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it there first; a bridge goes on top of the bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a %2 and cannot be bonded.</source>
        <extracomment>@status %1 is an interface&apos;s name, %2 its kind, such as bridge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a network card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a wireless card; it works in a bond at best as a backup in active-backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose wired cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a VLAN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond the network cards and put the VLAN on top of the bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has the permanent MAC address %2, not %3.</source>
        <extracomment>@status %1 is the name of a network card, %2 and %3 are MAC addresses</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether the cards have changed their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network card “%1” has no link at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its cable, and whether the interface and the switch port are up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>InfiniBand cards can be bonded only in mode active-backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose active-backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>InfiniBand and Ethernet cards cannot be in one bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose cards of one kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>InfiniBand cards cannot change their address; the kernel will set fail_over_mac to active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are ports of one card.</source>
        <extracomment>@status %1 is a list of network cards</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that card fails, the whole bond fails: choose ports of different cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that card fails, these ports fail together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cables lead to different switches: %1.</source>
        <extracomment>@status %1 is a list of switches</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This mode needs one switch, or switches that act as one (stack, MLAG, vPC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cables lead to one switch: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a second switch in the same network, even a whole switch may fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” and “%2” have addresses of different networks now; their cables may lead to different networks.</source>
        <extracomment>@status %1 and %2 are names of network cards</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cards of a bond must lead to the same network: check the cables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min_links asks for %1 links, but the bond has %2 cards: it would never come up.</source>
        <extracomment>@status %1 and %2 are numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower min_links, or add cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With lacp_active=off this host waits for the switch to speak first; if both wait, the group never forms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the switch&apos;s ports to LACP active, or leave lacp_active on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the hash policy layer2, everything that goes through one router leaves over one card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose layer2+3 or layer3+4 to spread it better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configure the switch first; “bondctl switch” writes the text for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bond&apos;s MAC address is to come from “%1”, which does not belong to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the bond&apos;s cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the bond&apos;s MAC address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an address such as 02:00:5e:10:00:01, “permanent:” and a card&apos;s name, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With fail_over_mac=active the bond takes the active card&apos;s MAC address; the one set here is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the MAC address to the cards, or set fail_over_mac to none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MTU %1 is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from %1 to %2; 1500 is usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6 needs an MTU of at least %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the MTU, or disable IPv6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode %1 works only with miimon link monitoring, and miimon is 0.</source>
        <extracomment>@status %1 is a mode&apos;s name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set miimon to 100 (ms), the usual value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing monitors the links: a broken cable would not be noticed, and no other card would take over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set miimon to 100 (ms), the usual value, or use ARP monitoring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>miimon and arp_interval exclude each other; the kernel keeps only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one of the two to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can be set only together with miimon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or set miimon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 ms) is not a multiple of miimon (%3 ms); the kernel would round it down.</source>
        <extracomment>@status %1 is an option&apos;s name, %2 and %3 are numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it to %1 or %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1=%2, a broken link stays unnoticed for up to %2 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 ms is the usual value for miimon, 1000 ms for arp_interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1=%2, the links are looked at so often that it costs processor time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “%1” looks like that of a VLAN; the network service of older Red Hat releases would treat the bond as one.</source>
        <extracomment>@status</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a name such as bond0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the name “%1”, the network service of older Red Hat releases would run the script for another kind of device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface name “%1” is longer than 15 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be an interface name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface name “%1” contains a slash, a colon or white space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel would replace the % in the interface name “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface name “%1” is taken by the kernel itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface name “%1” contains characters that are dangerous in scripts and files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a name such as bond0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most 15 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, “.”, “_” and “-”, beginning with a letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the name of one of the network cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give 1 to 16 different IPv4 addresses of hosts, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give 1 to 16 different IPv6 addresses of hosts, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a MAC address such as 02:00:5e:10:00:01 that is not a group address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bonding driver has no option “%1”.</source>
        <extracomment>@status %1 is an option&apos;s name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its spelling; “bondctl options” lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode stands among the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it as the plan&apos;s own “mode”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” belongs to a single network card, not to the bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it with the card, under “slaves”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a parameter of the whole driver, not of one bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it; it can be set only where the driver is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a value for %2.</source>
        <extracomment>@status %1 is a value, %2 an option&apos;s name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 does not exist in mode %2.</source>
        <extracomment>@status %1 is an option&apos;s name, %2 a mode&apos;s</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or choose one of these modes: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 has no effect here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 are two names of one option, and their values differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active_slave switches a running bond and is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use primary to prefer a card for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use_carrier=0 is obsolete; Linux 6.18 and later refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The primary card “%1” does not belong to the bond.</source>
        <extracomment>@status %1 is the name of a network card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the bond&apos;s cards, or remove primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The active card “%1” does not belong to the bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the bond&apos;s cards, or remove active_slave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card&apos;s priority does not exist in mode %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or choose active-backup, balance-tlb or balance-alb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The priority of “%1” is ignored while there is a primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use either the priorities or primary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bond has no network card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bond has only one network card: nothing can take over for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the network card, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bond “%1” cannot be one of its own cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network card “%1” is named twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name each card once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the MAC address of “%2”.</source>
        <extracomment>@status %1 is a text, %2 the name of a network card</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the card&apos;s permanent address, such as 02:00:5e:10:00:01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MAC address %1 is given to two network cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each card its own permanent address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue %1 leads to two network cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each card a queue of its own, or 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bond has queue %1 only if the driver is loaded with as many tx_queues; the usual number is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a queue from 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no VLAN %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from 1 to 4094.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VLAN %1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the VLAN a shorter name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface name “%1” is used twice in this plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the VLAN a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VLAN&apos;s MTU %1 is larger than the bond&apos;s (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower it, or raise the bond&apos;s MTU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>switch</name>
    <message>
        <source>The switch needs no configuration.</source>
        <extracomment>@info</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The switch must hold the %n port(s) in one static link aggregation group (EtherChannel “mode on”, manual Eth-Trunk), without LACP.</source>
        <extracomment>@info %n is the number of switch ports</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The switch must hold the %n port(s) in one LACP group (802.3ad), mode active.</source>
        <extracomment>@info %n is the number of switch ports</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
