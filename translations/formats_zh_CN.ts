<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Report</name>
    <message>
        <source>“%1” cannot be read: %2</source>
        <extracomment>@error %1 a file or folder, %2 the reason in the words of the system or a library</extracomment>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>Give a folder, or a tar archive (.tar, .tar.gz, .tar.xz, …).</source>
        <extracomment>@info what to do</extracomment>
        <translation>请给出目录或 tar 归档（.tar、.tar.gz、.tar.xz 等）。</translation>
    </message>
    <message>
        <source>“%1” holds more than a support report.</source>
        <extracomment>@error %1 a file or folder</extracomment>
        <translation>“%1”的内容超出支持报告的范围。</translation>
    </message>
    <message>
        <source>Unpack it and give the folder that matters.</source>
        <extracomment>@info what to do</extracomment>
        <translation>请解包后给出相关的目录。</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>它不存在</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>There are bundles for the releases 5 to 8, not for %1.</source>
        <translation>只能为 5 到 8 版生成脚本包，不支持 %1 版。</translation>
    </message>
    <message>
        <source>The ping target must be an address.</source>
        <translation>ping 目标必须是 IP 地址。</translation>
    </message>
    <message>
        <source>Names cannot be looked up while the network restarts.</source>
        <translation>网络重启期间无法解析主机名。</translation>
    </message>
    <message>
        <source>The time to confirm must be between 10 and 3600 seconds.</source>
        <translation>确认时限必须在 10 到 3600 秒之间。</translation>
    </message>
    <message>
        <source>Set it after the installation.</source>
        <translation>请在安装完成后再设置。</translation>
    </message>
    <message>
        <source>A kickstart line holds one address of each kind.</source>
        <translation>kickstart 的一行只能写一个 IPv4 地址和一个 IPv6 地址。</translation>
    </message>
    <message>
        <source>A kickstart line holds no routes.</source>
        <translation>kickstart 的一行不能写路由。</translation>
    </message>
    <message>
        <source>“%1” with this value is not an option of the driver.</source>
        <translation>取此值的“%1”不是驱动的选项。</translation>
    </message>
    <message>
        <source>“%1” was changed by another program or person meanwhile.</source>
        <translation>“%1”在此期间被他人修改。</translation>
    </message>
    <message>
        <source>Check it and try again; nothing was changed.</source>
        <translation>请重新查看后再试；未作任何更改。</translation>
    </message>
    <message>
        <source>The change “%1” has been neither confirmed nor reverted.</source>
        <translation>更改“%1”既未确认也未撤销。</translation>
    </message>
    <message>
        <source>Confirm it or roll it back first.</source>
        <translation>请先确认或回滚该更改。</translation>
    </message>
    <message>
        <source>The transaction “%1” is not ready to be written.</source>
        <translation>事务“%1”尚未准备好写入。</translation>
    </message>
    <message>
        <source>“%1” does not read back as it was written.</source>
        <translation>“%1”读回的内容与写入的不一致。</translation>
    </message>
    <message>
        <source>The transaction “%1” is not written yet.</source>
        <translation>事务“%1”尚未写入。</translation>
    </message>
    <message>
        <source>The record of transaction “%1” is damaged.</source>
        <translation>事务“%1”的记录已损坏。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the folder by hand.</source>
        <translation>未作任何更改。请手动检查该目录。</translation>
    </message>
    <message>
        <source>The index is damaged at “%1”.</source>
        <translation>索引在“%1”处损坏。</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>第 %1 字节</translation>
    </message>
    <message>
        <source>The index was written by another version of this program.</source>
        <translation>该索引由本程序的其他版本写入。</translation>
    </message>
    <message>
        <source>Use that version; nothing was changed.</source>
        <translation>请使用该版本；未作任何更改。</translation>
    </message>
    <message>
        <source>The index of “%1” belongs to another record.</source>
        <translation>“%1”的索引属于另一条记录。</translation>
    </message>
    <message>
        <source>The saved original of “%1” is damaged.</source>
        <translation>“%1”的原始备份已损坏。</translation>
    </message>
    <message>
        <source>Take another backup, or write the file by hand.</source>
        <translation>请换用其他备份，或手动编写该文件。</translation>
    </message>
    <message>
        <source>The file system is mounted read-only; mount it writable first.</source>
        <translation>文件系统以只读方式挂载；请先以可写方式重新挂载。</translation>
    </message>
    <message>
        <source>Make room on the disk and try again; nothing was changed.</source>
        <translation>请腾出磁盘空间后重试；未作任何更改。</translation>
    </message>
    <message>
        <source>Look at the permissions, at “lsattr” (immutable files) and at SELinux denials.</source>
        <translation>请检查权限、“lsattr”（不可修改的文件）以及 SELinux 拒绝记录。</translation>
    </message>
    <message>
        <source>Replace the symbolic link by the file it points to.</source>
        <translation>请用符号链接所指的文件替换该链接。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is not a path this program uses.</source>
        <translation>“%1”不是本程序使用的路径。</translation>
    </message>
    <message>
        <source>The folder “%1” can be changed by other users.</source>
        <translation>目录“%1”可被其他用户修改。</translation>
    </message>
    <message>
        <source>Give it to root and take the others’ write permission away.</source>
        <translation>请将其属主改为 root，并取消其他用户的写权限。</translation>
    </message>
    <message>
        <source>“%1” is not a regular file.</source>
        <translation>“%1”不是普通文件。</translation>
    </message>
    <message>
        <source>“%1” is a hard link to another file.</source>
        <translation>“%1”是另一个文件的硬链接。</translation>
    </message>
    <message>
        <source>Replace it by a copy of its own, then try again.</source>
        <translation>请将其替换为独立的副本后重试。</translation>
    </message>
    <message>
        <source>The folder “%1” holds more than %2 files.</source>
        <translation>目录“%1”中的文件超过 %2 个。</translation>
    </message>
    <message>
        <source>Another change is being made at this moment.</source>
        <translation>此刻正在进行另一项更改。</translation>
    </message>
    <message>
        <source>Wait until it is confirmed or reverted.</source>
        <translation>请等待其被确认或撤销。</translation>
    </message>
    <message>
        <source>NetworkManager is running.</source>
        <translation>NetworkManager 正在运行。</translation>
    </message>
    <message>
        <source>NetworkManager starts at boot.</source>
        <translation>NetworkManager 开机启动。</translation>
    </message>
    <message>
        <source>It keeps its profiles in keyfiles.</source>
        <translation>它把连接配置保存在 keyfile 中。</translation>
    </message>
    <message>
        <source>It reads ifcfg files on this release.</source>
        <translation>在此版本上它读取 ifcfg 文件。</translation>
    </message>
    <message>
        <source>The network service with its ifcfg files is in charge.</source>
        <translation>由 network 服务及其 ifcfg 文件管理网络。</translation>
    </message>
    <message>
        <source>“bondctl options” lists them.</source>
        <translation>“bondctl options”可列出全部选项。</translation>
    </message>
    <message>
        <source>“%1” is a runtime-only setting and is not stored.</source>
        <translation>“%1”只反映当前状态，不会保存。</translation>
    </message>
    <message>
        <source>Set “primary” to prefer a NIC for good.</source>
        <translation>要长期优先使用某块网卡，请设置“primary”。</translation>
    </message>
    <message>
        <source>“%1” in BONDING_OPTS is not safe and is dropped.</source>
        <translation>BONDING_OPTS 中的“%1”不安全，已去除。</translation>
    </message>
    <message>
        <source>The network service is deprecated in release 8.</source>
        <translation>network 服务在 8 版中已不推荐使用。</translation>
    </message>
    <message>
        <source>It needs the package network-scripts; better let NetworkManager do it.</source>
        <translation>它需要软件包 network-scripts；最好改由 NetworkManager 管理。</translation>
    </message>
    <message>
        <source>Release 9 has no network service any more.</source>
        <translation>9 版已没有 network 服务。</translation>
    </message>
    <message>
        <source>Let NetworkManager read the files, or write profiles (format nm).</source>
        <translation>请让 NetworkManager 读取这些文件，或改写连接配置（nm 格式）。</translation>
    </message>
    <message>
        <source>Release 9 still reads these files, but prefers profiles.</source>
        <translation>9 版仍读取这些文件，但首选连接配置。</translation>
    </message>
    <message>
        <source>Write profiles (format nm); release 10 reads nothing else.</source>
        <translation>请写成连接配置（nm 格式）；10 版只读取这种格式。</translation>
    </message>
    <message>
        <source>The network service cannot set “%1”: it is not in sysfs.</source>
        <translation>network 服务无法设置“%1”：sysfs 中没有该选项。</translation>
    </message>
    <message>
        <source>Leave the option out, or let NetworkManager set it.</source>
        <translation>请去掉该选项，或由 NetworkManager 设置。</translation>
    </message>
    <message>
        <source>“%1” came with kernel %2; release %3 has %4 with backports.</source>
        <translation>“%1”始于内核 %2；%3 版的内核是 %4 加移植补丁。</translation>
    </message>
    <message>
        <source>Look for the option below /sys/class/net/BOND/bonding on that host first.</source>
        <translation>请先在该主机的 /sys/class/net/BOND/bonding 下确认有此选项。</translation>
    </message>
    <message>
        <source>The network service takes “%1” for another kind of interface.</source>
        <translation>network 服务会把“%1”当作另一类接口。</translation>
    </message>
    <message>
        <source>Call it bond0, bond1, …</source>
        <translation>请命名为 bond0、bond1……</translation>
    </message>
    <message>
        <source>A shell takes them for a part of the values; the next change corrects them.</source>
        <translation>shell 会把它当作值的一部分；下次更改时会自动修正。</translation>
    </message>
    <message>
        <source>Write the value itself.</source>
        <translation>请直接写出该值。</translation>
    </message>
    <message>
        <source>The network service starts the slaves in alphabetical order.</source>
        <translation>network 服务按字母顺序启动成员网卡。</translation>
    </message>
    <message>
        <source>Set the bond’s MAC address if it must be that of “%1”.</source>
        <translation>如果必须使用“%1”的 MAC 地址，请为绑定接口设置 MAC 地址。</translation>
    </message>
    <message>
        <source>%1 is taken out of “%2”.</source>
        <translation>将 %1 从“%2”中移出。</translation>
    </message>
    <message>
        <source>A NIC can be in one bond, team or bridge only.</source>
        <translation>一块网卡只能属于一个绑定接口、team 或网桥。</translation>
    </message>
    <message>
        <source>The network service cannot set queue id or priority of “%1”.</source>
        <translation>network 服务无法设置“%1”的队列号或优先级。</translation>
    </message>
    <message>
        <source>Leave them out, or let NetworkManager read the files.</source>
        <translation>请去掉这些设置，或让 NetworkManager 读取这些文件。</translation>
    </message>
    <message>
        <source>Release %1 cannot call a VLAN “%2”.</source>
        <translation>%1 版不能把 VLAN 命名为“%2”。</translation>
    </message>
    <message>
        <source>Leave the name out, or call it vlan%1.</source>
        <translation>请不写名称，或命名为 vlan%1。</translation>
    </message>
    <message>
        <source>The options of “%1” move into BONDING_OPTS.</source>
        <translation>“%1”的选项将移入 BONDING_OPTS。</translation>
    </message>
    <message>
        <source>“%1” keeps the bonding driver from being loaded as usual.</source>
        <translation>“%1”使 bonding 驱动无法照常加载。</translation>
    </message>
    <message>
        <source>Look at its “install” and “blacklist” lines.</source>
        <translation>请检查其中的“install”和“blacklist”行。</translation>
    </message>
    <message>
        <source>Cannot resolve MAC “%1”.</source>
        <translation>无法得知“%1”所指的地址。</translation>
    </message>
    <message>
        <source>Write the address itself, or the slave’s “mac”.</source>
        <translation>请直接写出地址，或写明成员网卡的“mac”。</translation>
    </message>
    <message>
        <source>There is no bond “%1” in these files.</source>
        <translation>这些文件中没有绑定接口“%1”。</translation>
    </message>
    <message>
        <source>Let NetworkManager read the files, or change the plan.</source>
        <translation>请让 NetworkManager 读取这些文件，或修改方案。</translation>
    </message>
    <message>
        <source>These files hold at most ten DNS servers.</source>
        <translation>这些文件最多写十个 DNS 服务器。</translation>
    </message>
    <message>
        <source>Two or three are enough.</source>
        <translation>两三个就够了。</translation>
    </message>
    <message>
        <source>The network service knows no IPv4 link-local addressing.</source>
        <translation>network 服务不支持 IPv4 链路本地地址。</translation>
    </message>
    <message>
        <source>The network service ignores addresses beside DHCP.</source>
        <translation>使用 DHCP 时，network 服务忽略静态地址。</translation>
    </message>
    <message>
        <source>The network service knows no metric for IPv6.</source>
        <translation>network 服务不支持 IPv6 路由度量值。</translation>
    </message>
    <message>
        <source>The network service reads search domains from the IPv4 part only.</source>
        <translation>network 服务只从 IPv4 部分读取搜索域。</translation>
    </message>
    <message>
        <source>“%1” is not a safe name for a file that a shell reads.</source>
        <translation>“%1”写入由 shell 读取的文件不安全。</translation>
    </message>
    <message>
        <source>Use letters, digits, “.”, “_” and “-”, at most 15 of them.</source>
        <translation>请使用字母、数字、“.”、“_”和“-”，最多 15 个字符。</translation>
    </message>
    <message>
        <source>“%1” is not a MAC address.</source>
        <translation>“%1”不是 MAC 地址。</translation>
    </message>
    <message>
        <source>“%1” is not an address of the right kind.</source>
        <translation>“%1”不是所需类型的地址。</translation>
    </message>
    <message>
        <source>“%1” is not a search domain.</source>
        <translation>“%1”不是搜索域。</translation>
    </message>
    <message>
        <source>%1 has no equivalent and stays behind in the backup.</source>
        <translation>%1 没有对应的设置，只留在备份中。</translation>
    </message>
    <message>
        <source>Set it again by hand if it is needed.</source>
        <translation>如有需要，请手动重新设置。</translation>
    </message>
    <message>
        <source>The NetworkManager here does not know the option “%1”.</source>
        <translation>该主机的 NetworkManager 不认识选项“%1”。</translation>
    </message>
    <message>
        <source>Leave it out, or take a newer NetworkManager or the ifcfg format.</source>
        <translation>请去掉该选项，或使用更新的 NetworkManager，或改用 ifcfg 格式。</translation>
    </message>
    <message>
        <source>NetworkManager does not take “%1” for the option “%2”.</source>
        <translation>NetworkManager 不接受选项“%2”取值“%1”。</translation>
    </message>
    <message>
        <source>Choose another value, or leave the option out.</source>
        <translation>请换一个值，或去掉该选项。</translation>
    </message>
    <message>
        <source>NetworkManager would silently drop “%1” here.</source>
        <translation>NetworkManager 会在此悄悄丢弃“%1”。</translation>
    </message>
    <message>
        <source>It does not go with the mode or with another option: leave it out.</source>
        <translation>它与模式或其他选项不相容：请去掉。</translation>
    </message>
    <message>
        <source>NetworkManager refuses “%1”: %2</source>
        <translation>NetworkManager 拒绝“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is not a connection profile: %2</source>
        <translation>“%1”不是连接配置：%2</translation>
    </message>
    <message>
        <source>Correct or remove the file; it is left as it is.</source>
        <translation>请修正或删除该文件；此处保持原样。</translation>
    </message>
    <message>
        <source>NetworkManager refuses the profile: %1</source>
        <translation>NetworkManager 拒绝该连接配置：%1</translation>
    </message>
    <message>
        <source>The option “%1” stays as it is.</source>
        <translation>选项“%1”保持原样。</translation>
    </message>
    <message>
        <source>No link monitoring is written down; NetworkManager takes miimon=100.</source>
        <translation>未写明链路监测；NetworkManager 会采用 miimon=100。</translation>
    </message>
    <message>
        <source>Write miimon=100 to make it visible.</source>
        <translation>请写明 miimon=100。</translation>
    </message>
    <message>
        <source>A shared connection cannot be expressed in a plan.</source>
        <translation>方案无法表示共享连接。</translation>
    </message>
    <message>
        <source>The port profile “%1” names no interface and is left out.</source>
        <translation>成员连接配置“%1”未指定接口，已略过。</translation>
    </message>
    <message>
        <source>More than one profile makes the bond “%1”.</source>
        <translation>有多个连接配置定义了绑定接口“%1”。</translation>
    </message>
    <message>
        <source>Remove all but one, or switch their autoconnect off.</source>
        <translation>请只保留一个，或关闭其余的自动连接。</translation>
    </message>
    <message>
        <source>NetworkManager refuses the profile “%1”: %2</source>
        <translation>NetworkManager 拒绝连接配置“%1”：%2</translation>
    </message>
    <message>
        <source>The NetworkManager here cannot store a slave’s priority.</source>
        <translation>该主机的 NetworkManager 无法保存成员网卡的优先级。</translation>
    </message>
    <message>
        <source>Set “primary” instead, or take NetworkManager 1.44 or newer.</source>
        <translation>请改设“primary”，或使用 NetworkManager 1.44 及以上版本。</translation>
    </message>
    <message>
        <source>The profile “%1” of %2 will no longer start by itself.</source>
        <translation>%2 的连接配置“%1”将不再自动启动。</translation>
    </message>
    <message>
        <source>Two profiles for one NIC would fight for it at every boot.</source>
        <translation>同一块网卡有两个连接配置，每次开机都会相互争用。</translation>
    </message>
    <message>
        <source>A kickstart line holds no search domains.</source>
        <translation>kickstart 的 network 行不能包含搜索域。</translation>
    </message>
    <message>
        <source>A kickstart line holds no route metric.</source>
        <translation>kickstart 的 network 行不能包含路由度量值。</translation>
    </message>
    <message>
        <source>A kickstart line cannot ask for link-local addresses alone.</source>
        <translation>kickstart 的 network 行不能只使用链路本地地址。</translation>
    </message>
    <message>
        <source>A kickstart line cannot set the bond’s MAC address.</source>
        <translation>kickstart 的 network 行不能设置绑定接口的 MAC 地址。</translation>
    </message>
    <message>
        <source>A kickstart line names the NIC “%1”, nothing else of it.</source>
        <translation>kickstart 的 network 行只能写出网卡“%1”的名称，不能包含它的其他设置。</translation>
    </message>
    <message>
        <source>A kickstart line cannot set a VLAN’s MTU.</source>
        <translation>kickstart 的 network 行不能设置 VLAN 的 MTU。</translation>
    </message>
    <message>
        <source>Something is mounted over this file (“findmnt” shows it): unmount it first; nothing was changed.</source>
        <translation>该文件上挂载了其他内容（可用“findmnt”查看）：请先卸载；未做任何更改。</translation>
    </message>
    <message>
        <source>A shell takes it for a part of the first line; the next change removes it.</source>
        <translation>shell 会把它当作第一行的一部分；下次更改时会自动去除。</translation>
    </message>
    <message>
        <source>The file “%1” can be changed by other users.</source>
        <translation>文件“%1”可被其他用户修改。</translation>
    </message>
    <message>
        <source>the option “%1” has no meaning in this mode</source>
        <translation>选项“%1”在该模式下没有意义</translation>
    </message>
    <message>
        <source>The profile “%1” lies in /run: a program such as netplan makes it again at every start.</source>
        <translation>连接配置“%1”位于 /run：netplan 之类的程序每次启动都会重新生成它。</translation>
    </message>
    <message>
        <source>Make the change in that program&apos;s own files, or remove the interface from them first.</source>
        <translation>请在该程序自己的文件中更改，或先从中去掉该接口。</translation>
    </message>
    <message>
        <source>NetworkManager ignores this file: others may read or write it (mode %1).</source>
        <translation>NetworkManager 会忽略此文件：其他用户可读或可写（权限 %1）。</translation>
    </message>
    <message>
        <source>Run “chmod 600” on it, or leave it out.</source>
        <translation>请对它执行“chmod 600”，或将其移除。</translation>
    </message>
    <message>
        <source>“%1” has the same UUID; NetworkManager reads only the newer.</source>
        <translation>“%1”的 UUID 相同；NetworkManager 只读取较新的一个。</translation>
    </message>
    <message>
        <source>Remove one of them, or give it another UUID.</source>
        <translation>请删除其中一个，或换一个 UUID。</translation>
    </message>
    <message>
        <source>NetworkManager does not use %1: %2 is in force.</source>
        <translation>NetworkManager 不使用 %1：生效的是 %2。</translation>
    </message>
    <message>
        <source>Remove what is not used.</source>
        <translation>请删除不使用的内容。</translation>
    </message>
    <message>
        <source>“%1=%2” is not known to the NetworkManager library here (%3). A newer NetworkManager may use it, this one ignores it.</source>
        <translation>该主机的 NetworkManager 库（%3）不认识“%1=%2”。较新的 NetworkManager 可能会使用它，该主机的会忽略它。</translation>
    </message>
    <message>
        <source>NetworkManager ignores a part of it: %1</source>
        <translation>NetworkManager 忽略其中一部分：%1</translation>
    </message>
    <message>
        <source>The port profile “%1” is for the NIC with MAC %2, whose name is not known here; it is left out.</source>
        <translation>端口连接配置“%1”对应 MAC 为 %2 的网卡，此处不知道其名称，已略过。</translation>
    </message>
    <message>
        <source>Write its interface-name into the profile.</source>
        <translation>请在该连接配置中写明 interface-name。</translation>
    </message>
    <message>
        <source>“%1” is a second port profile for %2; “%3” comes first.</source>
        <translation>“%1”是 %2 的第二个端口连接配置；以“%3”为先。</translation>
    </message>
    <message>
        <source>Remove one of them, or switch its autoconnect off.</source>
        <translation>请删除其中一个，或关闭其自动连接。</translation>
    </message>
    <message>
        <source>The profile “%1” of %2 lies in /run, where a program such as netplan makes it again at every start. It still starts by itself.</source>
        <translation>%2 的连接配置“%1”位于 /run，netplan 之类的程序每次启动都会重新生成它。它仍会自动启用。</translation>
    </message>
    <message>
        <source>Remove %1 from that program&apos;s own files.</source>
        <translation>请从该程序自己的文件中去掉 %1。</translation>
    </message>
    <message>
        <source>a symbolic link, which is not followed</source>
        <translation>符号链接，不予跟随</translation>
    </message>
    <message>
        <source>miimon and arp_interval exclude each other: %1 is without effect.</source>
        <translation>miimon 与 arp_interval 互斥：%1 不起作用。</translation>
    </message>
    <message>
        <source>Take %1 out.</source>
        <translation>请去掉 %1。</translation>
    </message>
    <message>
        <source>%1 is without effect: there is no miimon.</source>
        <translation>%1 不起作用：没有设置 miimon。</translation>
    </message>
    <message>
        <source>The driver rounds %1 down to %2, a multiple of miimon.</source>
        <translation>驱动会把 %1 向下取整为 %2，即 miimon 的整数倍。</translation>
    </message>
    <message>
        <source>primary=%1 is without effect: it is no slave of the bond.</source>
        <translation>primary=%1 不起作用：它不是该绑定接口的成员网卡。</translation>
    </message>
    <message>
        <source>The driver refuses %1 in mode %2: it is without effect.</source>
        <translation>驱动在模式 %2 下拒绝 %1：它不起作用。</translation>
    </message>
    <message>
        <source>The driver takes miimon=100 by itself in mode %1.</source>
        <translation>模式 %1 下驱动会自行采用 miimon=100。</translation>
    </message>
    <message>
        <source>Write it down: older kernels do not.</source>
        <translation>请明确写出：较旧的内核不会这样做。</translation>
    </message>
    <message>
        <source>This command may change any value of the file.</source>
        <translation>这条命令可能改变文件中的任何值。</translation>
    </message>
    <message>
        <source>It is never run here: no value of the file is relied upon, and the file is not changed.</source>
        <translation>本程序从不执行它：不依赖该文件中的任何值，也不修改该文件。</translation>
    </message>
    <message>
        <source>A quote opens here and is never closed: a shell stops reading.</source>
        <translation>此处的引号没有闭合：shell 会停止读取。</translation>
    </message>
    <message>
        <source>Close it.</source>
        <translation>请闭合引号。</translation>
    </message>
    <message>
        <source>A syntax error: a shell stops reading here.</source>
        <translation>语法错误：shell 在此停止读取。</translation>
    </message>
    <message>
        <source>Correct the line.</source>
        <translation>请改正该行。</translation>
    </message>
    <message>
        <source>The file has DOS line ends.</source>
        <translation>文件使用 DOS 换行符。</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark.</source>
        <translation>文件以字节顺序标记（BOM）开头。</translation>
    </message>
    <message>
        <source>%1 is not set: blanks around “=” make it a command.</source>
        <translation>%1 没有被设置：“=”两侧有空格会被当作命令。</translation>
    </message>
    <message>
        <source>Write %1=value without blanks.</source>
        <translation>请写成 %1=值，不要有空格。</translation>
    </message>
    <message>
        <source>%1 is not set: with “%2” behind its value it is set for that command only.</source>
        <translation>%1 没有被设置：其值后面跟着“%2”，只对那条命令有效。</translation>
    </message>
    <message>
        <source>Begin a remark with #, and put quotes around a value with blanks.</source>
        <translation>注释以 # 开头；含空格的值请加引号。</translation>
    </message>
    <message>
        <source>The value of %1 is only known to a shell.</source>
        <translation>%1 的值只有 shell 才能得知。</translation>
    </message>
    <message>
        <source>%1 stands outside of BONDING_OPTS and does nothing; NetworkManager then takes the whole line for empty.</source>
        <translation>%1 位于 BONDING_OPTS 之外，不起作用；NetworkManager 会把整行当作空值。</translation>
    </message>
    <message>
        <source>Put all options into one pair of quotes behind BONDING_OPTS=.</source>
        <translation>请把所有选项放进 BONDING_OPTS= 后的同一对引号中。</translation>
    </message>
    <message>
        <source>No service reads %1.</source>
        <translation>没有程序读取 %1。</translation>
    </message>
    <message>
        <source>Options of a bond stand behind BONDING_OPTS=.</source>
        <translation>绑定接口的选项应写在 BONDING_OPTS= 之后。</translation>
    </message>
    <message>
        <source>“%1” configures %2 as well: both are read, and who comes last wins.</source>
        <translation>“%1”也配置了 %2：两者都会被读取，以后读的为准。</translation>
    </message>
    <message>
        <source>SLAVE=yes without MASTER: %1 is in no bond.</source>
        <translation>有 SLAVE=yes 却没有 MASTER：%1 不在任何绑定接口中。</translation>
    </message>
    <message>
        <source>Add MASTER= with the bond’s name, or remove SLAVE.</source>
        <translation>请加上 MASTER= 和绑定接口名，或去掉 SLAVE。</translation>
    </message>
    <message>
        <source>MASTER without SLAVE=yes: the network service leaves %1 out of %2.</source>
        <translation>有 MASTER 却没有 SLAVE=yes：network 服务不会把 %1 加入 %2。</translation>
    </message>
    <message>
        <source>MASTER without SLAVE=yes: NetworkManager takes %1 into %2, the network service does not.</source>
        <translation>有 MASTER 却没有 SLAVE=yes：NetworkManager 会把 %1 加入 %2，network 服务不会。</translation>
    </message>
    <message>
        <source>Add SLAVE=yes.</source>
        <translation>请加上 SLAVE=yes。</translation>
    </message>
    <message>
        <source>“%1” names its NIC by HWADDR only, and no such NIC is known here: it is not shown among the slaves of %2.</source>
        <translation>“%1”只用 HWADDR 指明网卡，而此处不知道有这样的网卡：它没有显示在 %2 的成员网卡中。</translation>
    </message>
    <message>
        <source>Add DEVICE= with the NIC’s name.</source>
        <translation>请加上 DEVICE= 和网卡名。</translation>
    </message>
    <message>
        <source>%1 is to be a slave of %2, but no file makes %2.</source>
        <translation>%1 应是 %2 的成员网卡，但没有文件创建 %2。</translation>
    </message>
    <message>
        <source>Write “%1”, or look for what is wrong with it.</source>
        <translation>请编写“%1”，或检查它有什么问题。</translation>
    </message>
    <message>
        <source>%1 is to be the master of %2, but nothing makes it a bond.</source>
        <translation>%1 应是 %2 的主接口，但没有内容使它成为绑定接口。</translation>
    </message>
    <message>
        <source>Add BONDING_OPTS=&quot;mode=… miimon=100&quot;.</source>
        <translation>请加上 BONDING_OPTS=&quot;mode=… miimon=100&quot;。</translation>
    </message>
    <message>
        <source>%1 looks like a VLAN of %2, but VLAN=yes is missing: it is not made.</source>
        <translation>%1 看起来是 %2 的 VLAN，但缺少 VLAN=yes：不会创建它。</translation>
    </message>
    <message>
        <source>Add VLAN=yes.</source>
        <translation>请加上 VLAN=yes。</translation>
    </message>
    <message>
        <source>VLAN_ID=%1 and the name %2 differ: NetworkManager takes VLAN_ID, the network service the name; %3 is shown.</source>
        <translation>VLAN_ID=%1 与名称 %2 不一致：NetworkManager 采用 VLAN_ID，network 服务采用名称；此处显示 %3。</translation>
    </message>
    <message>
        <source>Make both the same.</source>
        <translation>请使两者一致。</translation>
    </message>
    <message>
        <source>Nothing tells the VLAN id of %1.</source>
        <translation>无从得知 %1 的 VLAN 编号。</translation>
    </message>
    <message>
        <source>Call it like bond0.100, or add VLAN_ID= and PHYSDEV=.</source>
        <translation>请按 bond0.100 的形式命名，或加上 VLAN_ID= 和 PHYSDEV=。</translation>
    </message>
    <message>
        <source>“%1” names no DEVICE: neither service starts it.</source>
        <translation>“%1”没有指明 DEVICE：两种服务都不会启用它。</translation>
    </message>
    <message>
        <source>Add DEVICE=%1.</source>
        <translation>请加上 DEVICE=%1。</translation>
    </message>
    <message>
        <source>%1 is a port of the bridge %2, which has the addresses: a plan does not say that.</source>
        <translation>%1 是网桥 %2 的端口，地址在网桥上：方案无法表达这一点。</translation>
    </message>
    <message>
        <source>It stays as it is in changes of this file.</source>
        <translation>修改此文件时它保持不变。</translation>
    </message>
    <message>
        <source>ONBOOT=%1 means no to NetworkManager and yes to the network service.</source>
        <translation>ONBOOT=%1 对 NetworkManager 表示否，对 network 服务表示是。</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>请写 yes 或 no。</translation>
    </message>
    <message>
        <source>Write a number of bytes, as 1500.</source>
        <translation>请写字节数，如 1500。</translation>
    </message>
    <message>
        <source>Write an address as 52:54:00:12:34:56.</source>
        <translation>请按 52:54:00:12:34:56 的形式写地址。</translation>
    </message>
    <message>
        <source>“%1” in BONDING_OPTS is no option of the driver, or not with this value.</source>
        <translation>BONDING_OPTS 中的“%1”不是驱动的选项，或不能取此值。</translation>
    </message>
    <message>
        <source>“%1” cannot be changed: what line %2 makes of it is known to a shell only.</source>
        <translation>无法更改“%1”：第 %2 行的结果只有 shell 才能得知。</translation>
    </message>
    <message>
        <source>Correct that line, or make it a plain KEY=value, and try again.</source>
        <translation>请改正该行，或改成简单的 KEY=值，然后重试。</translation>
    </message>
    <message>
        <source>“%1” has lines that could not be kept.</source>
        <translation>“%1”中有无法保留的行。</translation>
    </message>
    <message>
        <source>Change its ADDRESSn, NETMASKn and GATEWAYn by hand.</source>
        <translation>请手动修改其 ADDRESSn、NETMASKn 和 GATEWAYn。</translation>
    </message>
    <message>
        <source>%1 has no options of its own, and would lose those that it shares with %2.</source>
        <translation>%1 没有自己的选项，会失去与 %2 共用的选项。</translation>
    </message>
    <message>
        <source>Give %1 a BONDING_OPTS line first.</source>
        <translation>请先给 %1 加上 BONDING_OPTS 行。</translation>
    </message>
    <message>
        <source>Write PREFIX=%1, or NETMASK=%2.</source>
        <translation>请写 PREFIX=%1 或 NETMASK=%2。</translation>
    </message>
    <message>
        <source>Write the mask as 255.255.255.0, or PREFIX=24.</source>
        <translation>请按 255.255.255.0 的形式写掩码，或写 PREFIX=24。</translation>
    </message>
    <message>
        <source>Write a number from 0 to 32.</source>
        <translation>请写 0 到 32 的数字。</translation>
    </message>
    <message>
        <source>%1 has no mask: /%2, that of its class, is used.</source>
        <translation>%1 没有掩码：采用其地址类别的 /%2。</translation>
    </message>
    <message>
        <source>Write the mask that is meant.</source>
        <translation>请写明所需的掩码。</translation>
    </message>
    <message>
        <source>Write IPADDR=%1 and PREFIX=%2.</source>
        <translation>请写 IPADDR=%1 和 PREFIX=%2。</translation>
    </message>
    <message>
        <source>Write four decimal numbers, as 192.0.2.10.</source>
        <translation>请写四个十进制数，如 192.0.2.10。</translation>
    </message>
    <message>
        <source>%1 has blanks within its quotes: the network service does not mind, NetworkManager refuses the file.</source>
        <translation>%1 的引号内有空格：network 服务不介意，NetworkManager 会拒绝该文件。</translation>
    </message>
    <message>
        <source>Take them out.</source>
        <translation>请去掉它们。</translation>
    </message>
    <message>
        <source>%1 is not read: a number before it is missing, or the release knows no numbers.</source>
        <translation>%1 不会被读取：缺少它之前的编号，或该版本不支持编号。</translation>
    </message>
    <message>
        <source>Number the addresses without gaps.</source>
        <translation>请连续编号各地址。</translation>
    </message>
    <message>
        <source>Write four decimal numbers, as 192.0.2.1.</source>
        <translation>请写四个十进制数，如 192.0.2.1。</translation>
    </message>
    <message>
        <source>GATEWAYDEV gives the default route to %1.</source>
        <translation>GATEWAYDEV 把默认路由给了 %1。</translation>
    </message>
    <message>
        <source>DEFROUTE=no: GATEWAY=%1 makes no default route.</source>
        <translation>DEFROUTE=no：GATEWAY=%1 不会产生默认路由。</translation>
    </message>
    <message>
        <source>BOOTPROTO=%1 has no equivalent here.</source>
        <translation>BOOTPROTO=%1 在此没有对应写法。</translation>
    </message>
    <message>
        <source>Write none, static or dhcp.</source>
        <translation>请写 none、static 或 dhcp。</translation>
    </message>
    <message>
        <source>IPADDR_START and IPADDR_END must differ in the last number only.</source>
        <translation>IPADDR_START 与 IPADDR_END 只能最后一个数不同。</translation>
    </message>
    <message>
        <source>The alias has another gateway than %1.</source>
        <translation>别名的网关与 %1 不同。</translation>
    </message>
    <message>
        <source>Leave one of them: who comes last wins.</source>
        <translation>请只保留其中一个：以后读的为准。</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>请写数字。</translation>
    </message>
    <message>
        <source>IPv6 stays off: NETWORKING_IPV6=yes is missing in /etc/sysconfig/network.</source>
        <translation>IPv6 保持关闭：/etc/sysconfig/network 中缺少 NETWORKING_IPV6=yes。</translation>
    </message>
    <message>
        <source>NETWORKING_IPV6=yes is missing in /etc/sysconfig/network.</source>
        <translation>/etc/sysconfig/network 中缺少 NETWORKING_IPV6=yes。</translation>
    </message>
    <message>
        <source>Add it there.</source>
        <translation>请在那里加上。</translation>
    </message>
    <message>
        <source>Write addresses as 2001:db8::10/64.</source>
        <translation>请按 2001:db8::10/64 的形式写地址。</translation>
    </message>
    <message>
        <source>Write an address as 2001:db8::1.</source>
        <translation>请按 2001:db8::1 的形式写地址。</translation>
    </message>
    <message>
        <source>Write one address.</source>
        <translation>请只写一个地址。</translation>
    </message>
    <message>
        <source>there is another default route</source>
        <translation>另有一条默认路由</translation>
    </message>
    <message>
        <source>“%1” is not shown: %2.</source>
        <translation>“%1”未显示：%2。</translation>
    </message>
    <message>
        <source>%1=%2 cannot be used, and is left out.</source>
        <translation>%1=%2 无法使用，已略过。</translation>
    </message>
    <message>
        <source>%1 is a port of the bridge %2, and would not be in it any more.</source>
        <translation>%1 是网桥 %2 的端口，迁移后将不再属于它。</translation>
    </message>
    <message>
        <source>Move bridge and bond together by hand.</source>
        <translation>请手动把网桥和绑定接口一起迁移。</translation>
    </message>
    <message>
        <source>The name does not end in .conf: only releases 5 and 6 read it.</source>
        <translation>文件名不以 .conf 结尾：只有 5 和 6 版本会读取它。</translation>
    </message>
    <message>
        <source>Rename it to end in .conf if it is meant to count.</source>
        <translation>如果希望它生效，请改名为以 .conf 结尾。</translation>
    </message>
    <message>
        <source>“%1” has DOS line ends: modprobe takes them for a part of the last word, and the bond does not come up.</source>
        <translation>“%1”使用 DOS 换行符：modprobe 会把它们当作最后一个词的一部分，绑定接口无法启用。</translation>
    </message>
    <message>
        <source>Save it with LF line ends.</source>
        <translation>请以 LF 换行符保存。</translation>
    </message>
    <message>
        <source>“options %1” does nothing: the driver is loaded once, by the first bond, and under the name “bonding” if that one has BONDING_OPTS.</source>
        <translation>“options %1”不起作用：驱动只由第一个绑定接口加载一次；若该接口有 BONDING_OPTS，则以“bonding”之名加载。</translation>
    </message>
    <message>
        <source>Write the options into BONDING_OPTS of “%1”.</source>
        <translation>请把选项写入“%1”的 BONDING_OPTS。</translation>
    </message>
    <message>
        <source>“%1” is no parameter of the driver, or not with this value: the driver is not loaded, and no bond comes up.</source>
        <translation>“%1”不是驱动的参数，或不能取此值：驱动无法加载，没有绑定接口会启用。</translation>
    </message>
    <message>
        <source>“bondctl options” lists what it takes.</source>
        <translation>“bondctl options”列出它接受的内容。</translation>
    </message>
    <message>
        <source>%1 is an alias of the driver, but “%2” is not there.</source>
        <translation>%1 是驱动的别名，但没有“%2”。</translation>
    </message>
    <message>
        <source>%1 loads the driver once more, under its own name: only release 5 can do that.</source>
        <translation>%1 以自己的名称再次加载驱动：只有 5 版本能这样做。</translation>
    </message>
    <message>
        <source>it ends with a DOS line end, which ip refuses</source>
        <translation>行尾是 DOS 换行符，ip 命令会拒绝</translation>
    </message>
    <message>
        <source>it names no destination</source>
        <translation>没有写明目的地址</translation>
    </message>
    <message>
        <source>a remark behind a route makes the command fail</source>
        <translation>路由后面的注释会使命令失败</translation>
    </message>
    <message>
        <source>a plan cannot say “%1”</source>
        <translation>方案无法表达“%1”</translation>
    </message>
    <message>
        <source>“%1” is no address</source>
        <translation>“%1”不是地址</translation>
    </message>
    <message>
        <source>it goes through %1</source>
        <translation>它经由 %1</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>“%1” is no destination</source>
        <translation>“%1”不是目的地址</translation>
    </message>
    <message>
        <source>the kernel refuses “%1”: bits behind the prefix are set</source>
        <translation>内核拒绝“%1”：前缀之后的位不为零</translation>
    </message>
    <message>
        <source>a plan cannot say such a default route</source>
        <translation>方案无法表达这样的默认路由</translation>
    </message>
    <message>
        <source>it is no IPv4 network</source>
        <translation>它不是 IPv4 网络</translation>
    </message>
    <message>
        <source>bits behind the mask are set</source>
        <translation>掩码之后的位不为零</translation>
    </message>
    <message>
        <source>a number before it is missing</source>
        <translation>缺少它之前的编号</translation>
    </message>
    <message>
        <source>its value is known to a shell only</source>
        <translation>其值只有 shell 才能得知</translation>
    </message>
    <message>
        <source>a shell may stop there</source>
        <translation>shell 可能在那里停止</translation>
    </message>
    <message>
        <source>“%1” is no option of the driver.</source>
        <translation>“%1”不是驱动的选项。</translation>
    </message>
    <message>
        <source>Files of this kind can only be written anew.</source>
        <translation>此类文件只能重新写入。</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>Remove that file, or choose another name.</source>
        <translation>请删除该文件，或另选名称。</translation>
    </message>
    <message>
        <source>These files have an interface “%1” already.</source>
        <translation>这些文件中已有接口“%1”。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>%1 has no usable address here.</source>
        <translation>此处 %1 没有可用的地址。</translation>
    </message>
    <message>
        <source>Write it as “address 192.168.1.11/24”.</source>
        <translation>请写成“address 192.168.1.11/24”。</translation>
    </message>
    <message>
        <source>The driver refuses “%1 %2” in mode %3.</source>
        <translation>驱动在模式 %3 下拒绝“%1 %2”。</translation>
    </message>
    <message>
        <source>Write their names.</source>
        <translation>请写明网卡名称。</translation>
    </message>
    <message>
        <source>“%1” configures an interface “%2” already.</source>
        <translation>“%1”已配置接口“%2”。</translation>
    </message>
    <message>
        <source>%1 cannot keep “%2” of this plan.</source>
        <translation>%1 无法保存本方案的“%2”。</translation>
    </message>
    <message>
        <source>Change it, or take another format.</source>
        <translation>请修改，或改用其他格式。</translation>
    </message>
    <message>
        <source>%1 attaches the ports in another order.</source>
        <translation>%1 会按另一种顺序加入成员网卡。</translation>
    </message>
    <message>
        <source>Give the bond a MAC address if that matters.</source>
        <translation>如果顺序重要，请为绑定接口指定 MAC 地址。</translation>
    </message>
    <message>
        <source>The old files stay as they are.</source>
        <translation>旧文件保持不变。</translation>
    </message>
    <message>
        <source>Take the bond out of them by hand.</source>
        <translation>请手工将绑定接口从中删除。</translation>
    </message>
    <message>
        <source>Switch the old service off, or take them out there.</source>
        <translation>请停用原网络服务，或在其中删除这些配置。</translation>
    </message>
    <message>
        <source>netplan does not take these files: %1</source>
        <translation>netplan 不接受这些文件：%1</translation>
    </message>
    <message>
        <source>Read it there, or give its definition a “set-name”.</source>
        <translation>请在该主机上读取，或在其定义中写明“set-name”。</translation>
    </message>
    <message>
        <source>“%1” belongs to another program or package.</source>
        <translation>“%1”属于其他程序或软件包。</translation>
    </message>
    <message>
        <source>Copy the file to /etc/netplan first.</source>
        <translation>请先将该文件复制到 /etc/netplan。</translation>
    </message>
    <message>
        <source>cloud-init may write this file anew at the next boot.</source>
        <translation>cloud-init 下次启动时可能会重写该文件。</translation>
    </message>
    <message>
        <source>Put “network: {config: disabled}” into /etc/cloud/cloud.cfg.d/99-disable-network-config.cfg.</source>
        <translation>请在 /etc/cloud/cloud.cfg.d/99-disable-network-config.cfg 中写入“network: {config: disabled}”。</translation>
    </message>
    <message>
        <source>“%1=%2” does nothing in mode %3.</source>
        <translation>“%1=%2”在模式 %3 下不起作用。</translation>
    </message>
    <message>
        <source>systemd-networkd ignores “%1=%2”.</source>
        <translation>systemd-networkd 忽略“%1=%2”。</translation>
    </message>
    <message>
        <source>systemd-networkd makes up a MAC address for %1.</source>
        <translation>systemd-networkd 会为 %1 生成 MAC 地址。</translation>
    </message>
    <message>
        <source>%1 is no port: “%2” comes first.</source>
        <translation>%1 不会成为成员网卡：“%2”优先。</translation>
    </message>
    <message>
        <source>Give this file a name that sorts before it.</source>
        <translation>请将本文件改名，使其排在前面。</translation>
    </message>
    <message>
        <source>“%1” would come before any file for %2.</source>
        <translation>“%1”会先于 %2 的任何文件生效。</translation>
    </message>
    <message>
        <source>Give that file a name that sorts later, or narrow its [Match] section.</source>
        <translation>请将该文件改名使其排在后面，或缩小其 [Match] 节的范围。</translation>
    </message>
    <message>
        <source>%1 gets a file of its own before this one.</source>
        <translation>%1 会得到排在本文件之前的单独文件。</translation>
    </message>
    <message>
        <source>“%1” makes an interface “%2” already.</source>
        <translation>“%1”已创建接口“%2”。</translation>
    </message>
    <message>
        <source>The file “%1” lies in /run: a program such as netplan makes it again at every start.</source>
        <translation>文件“%1”位于 /run：netplan 等程序每次启动时会重新生成它。</translation>
    </message>
    <message>
        <source>systemd-networkd ignores this line.</source>
        <translation>systemd-networkd 忽略这一行。</translation>
    </message>
    <message>
        <source>Write “Key=Value” below a “[Section]”.</source>
        <translation>请在“[Section]”下写“Key=Value”。</translation>
    </message>
    <message>
        <source>NetworkManager is told to keep no profiles on the disk.</source>
        <translation>NetworkManager 被设置为不在磁盘上保存连接配置。</translation>
    </message>
    <message>
        <source>NetworkManager is told to keep its profiles in “%1”.</source>
        <translation>NetworkManager 被设置为将连接配置保存在“%1”。</translation>
    </message>
    <message>
        <source>This program reads and writes “%1”: remove “path” from the section [keyfile], and move the profiles there.</source>
        <translation>本程序读写“%1”：请从 [keyfile] 节中去掉“path”，并将连接配置移到那里。</translation>
    </message>
    <message>
        <source>%1 cannot set “%2” to “%3” in this mode.</source>
        <translation>%1 在此模式下无法将“%2”设为“%3”。</translation>
    </message>
    <message>
        <source>Leave it out, or take another format.</source>
        <translation>请去掉该项，或改用其他格式。</translation>
    </message>
    <message>
        <source>%1 does not know “%2”.</source>
        <translation>%1 不支持“%2”。</translation>
    </message>
    <message>
        <source>%1 cannot set “%2” of the port %3.</source>
        <translation>%1 无法设置成员网卡 %3 的“%2”。</translation>
    </message>
    <message>
        <source>“%1: %2” does nothing in mode %3.</source>
        <translation>“%1: %2”在模式 %3 下不起作用。</translation>
    </message>
    <message>
        <source>“%1” says more than the bond “%2”.</source>
        <translation>“%1”中除绑定接口“%2”外还有其他内容。</translation>
    </message>
    <message>
        <source>Change it by hand, or move the bond into a file of its own.</source>
        <translation>请手工修改，或将绑定接口移到单独的文件中。</translation>
    </message>
    <message>
        <source>“%1” stands within braces: it cannot be changed there.</source>
        <translation>“%1”写在花括号中：无法在那里修改。</translation>
    </message>
    <message>
        <source>Write it with a line for each entry, or remove it by hand.</source>
        <translation>请每项单独写一行，或手工删除。</translation>
    </message>
    <message>
        <source>This YAML is nested too deep, or too big.</source>
        <translation>该 YAML 嵌套过深或过大。</translation>
    </message>
    <message>
        <source>This is no YAML: line %1, column %2.</source>
        <translation>不是有效的 YAML：第 %1 行第 %2 列。</translation>
    </message>
    <message>
        <source>This is no YAML.</source>
        <translation>不是有效的 YAML。</translation>
    </message>
    <message>
        <source>ifupdown with /etc/network/interfaces starts at boot.</source>
        <translation>ifupdown（/etc/network/interfaces）随系统启动。</translation>
    </message>
    <message>
        <source>netplan makes NetworkManager’s profiles from its files at every start.</source>
        <translation>netplan 在每次启动时由自己的文件生成 NetworkManager 的连接配置。</translation>
    </message>
    <message>
        <source>netplan makes systemd-networkd’s files from its own at every start.</source>
        <translation>netplan 在每次启动时由自己的文件生成 systemd-networkd 的文件。</translation>
    </message>
    <message>
        <source>systemd-networkd is running.</source>
        <translation>systemd-networkd 正在运行。</translation>
    </message>
    <message>
        <source>systemd-networkd starts at boot.</source>
        <translation>systemd-networkd 随系统启动。</translation>
    </message>
    <message>
        <source>It has files of its own for this host.</source>
        <translation>它有该主机的配置文件。</translation>
    </message>
    <message>
        <source>No network service that we know is in charge: no service would read files written here.</source>
        <translation>没有已知的网络服务在管理：写在这里的文件不会有服务读取。</translation>
    </message>
    <message>
        <source>“%1” is not set: no variable can be called so.</source>
        <translation>“%1”不会被赋值：变量不能这样命名。</translation>
    </message>
    <message>
        <source>Names have letters, digits and _, as BONDING_OPTS.</source>
        <translation>变量名由字母、数字和 _ 组成，例如 BONDING_OPTS。</translation>
    </message>
    <message>
        <source>Write %1= if that is meant.</source>
        <translation>如果本意如此，请写成 %1=。</translation>
    </message>
    <message>
        <source>NetworkManager takes %1 for empty: it reads one KEY=value from each line, and nothing else.</source>
        <translation>NetworkManager 把 %1 视为空：它每行只读一个 KEY=value，其余一概不读。</translation>
    </message>
    <message>
        <source>NetworkManager reads %1=%2, a shell %1=%3.</source>
        <translation>NetworkManager 读到的是 %1=%2，shell 读到的是 %1=%3。</translation>
    </message>
    <message>
        <source>Write %1 in a line of its own, without “export”.</source>
        <translation>请让 %1 单独占一行，不加“export”。</translation>
    </message>
    <message>
        <source>“%1” has the same UUID: NetworkManager reads one of them only.</source>
        <translation>“%1”的 UUID 与此相同：NetworkManager 只读其中一个。</translation>
    </message>
    <message>
        <source>Give each file a UUID of its own, or none.</source>
        <translation>请让每个文件有各自的 UUID，或都不写。</translation>
    </message>
    <message>
        <source>Only a shell knows whether “%1” makes a slave, and of which bond.</source>
        <translation>只有 shell 才知道“%1”是否成为成员网卡，以及属于哪个绑定接口。</translation>
    </message>
    <message>
        <source>Write the values of MASTER and SLAVE themselves.</source>
        <translation>请直接写出 MASTER 和 SLAVE 的值。</translation>
    </message>
    <message>
        <source>The network service does not start a bond with HWADDR: the bond has another address before it has slaves.</source>
        <translation>network 服务不会启动带 HWADDR 的绑定接口：绑定接口在有成员网卡之前是另一个地址。</translation>
    </message>
    <message>
        <source>Remove HWADDR; the bond’s own address is MACADDR.</source>
        <translation>请删除 HWADDR；绑定接口自己的地址用 MACADDR。</translation>
    </message>
    <message>
        <source>The network service does not read %1.</source>
        <translation>network 服务不读取 %1。</translation>
    </message>
    <message>
        <source>Write GATEWAY=%1.</source>
        <translation>请写成 GATEWAY=%1。</translation>
    </message>
    <message>
        <source>GATEWAY=%1 does not lie in the network of the first address: the network service makes no default route of it.</source>
        <translation>GATEWAY=%1 不在第一个地址的网段内：network 服务不会由它建立默认路由。</translation>
    </message>
    <message>
        <source>Correct GATEWAY, the mask, or NETWORK.</source>
        <translation>请更正 GATEWAY、掩码或 NETWORK。</translation>
    </message>
    <message>
        <source>NetworkManager does not read this alias: it wants files named like their DEVICE, and no ranges.</source>
        <translation>NetworkManager 不读取此别名：文件名须与其 DEVICE 一致，且不支持 range。</translation>
    </message>
    <message>
        <source>An alias with this name is not brought up: behind the colon only letters, digits and _ are taken.</source>
        <translation>这个名称的别名不会启用：冒号后只接受字母、数字和 _。</translation>
    </message>
    <message>
        <source>Rename the alias, or write the address as IPADDR1=.</source>
        <translation>请为别名改名，或把地址写成 IPADDR1=。</translation>
    </message>
    <message>
        <source>The network service takes one address from IPV6ADDR: not %1.</source>
        <translation>network 服务只从 IPV6ADDR 取一个地址，不会取 %1。</translation>
    </message>
    <message>
        <source>Write it into IPV6ADDR_SECONDARIES.</source>
        <translation>请写入 IPV6ADDR_SECONDARIES。</translation>
    </message>
    <message>
        <source>“%1” is no parameter of the driver: it is ignored.</source>
        <translation>“%1”不是驱动的参数，会被忽略。</translation>
    </message>
    <message>
        <source>NetworkManager sets every option itself: “options bonding” does nothing to its bonds.</source>
        <translation>NetworkManager 自行设置每个选项：“options bonding”对它的绑定接口不起作用。</translation>
    </message>
    <message>
        <source>“alias %1 %2” is the wrong way round.</source>
        <translation>“alias %1 %2”写反了。</translation>
    </message>
    <message>
        <source>The bond comes first, the driver second.</source>
        <translation>绑定接口在前，驱动在后。</translation>
    </message>
    <message>
        <source>The driver is never loaded: no bond comes up.</source>
        <translation>驱动永远不会加载：所有绑定接口都不会启用。</translation>
    </message>
    <message>
        <source>Remove the line.</source>
        <translation>请删除此行。</translation>
    </message>
    <message>
        <source>modprobe does not know “%1” and skips the line.</source>
        <translation>modprobe 不认识“%1”，会跳过此行。</translation>
    </message>
    <message>
        <source>It knows alias, options, install, blacklist and softdep.</source>
        <translation>它认识 alias、options、install、blacklist 和 softdep。</translation>
    </message>
    <message>
        <source>it has no mask</source>
        <translation>没有掩码</translation>
    </message>
    <message>
        <source>The network service reads this file besides “%1”.</source>
        <translation>network 服务除“%1”外还会读取此文件。</translation>
    </message>
    <message>
        <source>NetworkManager does not read this file, but “%1”.</source>
        <translation>NetworkManager 不读取此文件，而读取“%1”。</translation>
    </message>
    <message>
        <source>Put all routes into that one.</source>
        <translation>请把所有路由写入那个文件。</translation>
    </message>
    <message>
        <source>NetworkManager itself reads neither this file nor the routes beside it: only the package NetworkManager-dispatcher-routing-rules does.</source>
        <translation>NetworkManager 本身既不读取此文件，也不读取旁边的路由：只有软件包 NetworkManager-dispatcher-routing-rules 会读取。</translation>
    </message>
    <message>
        <source>Install that package, or let the network service do it.</source>
        <translation>请安装该软件包，或交给 network 服务处理。</translation>
    </message>
    <message>
        <source>The NetworkManager library here does not know %1: a newer NetworkManager may read the file. It is left as it is.</source>
        <translation>这里的 NetworkManager 库不认识 %1：较新的 NetworkManager 可能会读取此文件。文件保持原样。</translation>
    </message>
    <message>
        <source>%1 is itself a port of another interface, and would not be one any more.</source>
        <translation>%1 自身是另一个接口的端口，改动后就不再是了。</translation>
    </message>
    <message>
        <source>Move both together by hand.</source>
        <translation>请手工一起移动两者。</translation>
    </message>
    <message>
        <source>NetworkManager ignores this file: in this folder only names that end in .nmconnection count.</source>
        <translation>NetworkManager 忽略此文件：此目录中只有以 .nmconnection 结尾的文件名有效。</translation>
    </message>
    <message>
        <source>Rename it if it is meant to count.</source>
        <translation>如果希望它生效，请改名。</translation>
    </message>
    <message>
        <source>The route “%1” is not shown: a plan cannot say its attributes.</source>
        <translation>路由“%1”未显示：方案无法表达它的属性。</translation>
    </message>
    <message>
        <source>%1 is itself a port, of “%2”: a plan does not say that.</source>
        <translation>%1 自身是“%2”的端口：方案无法表达这一点。</translation>
    </message>
    <message>
        <source>“%1” is to be a port of “%2”, but no profile makes that bond.</source>
        <translation>“%1”要成为“%2”的端口，但没有连接配置创建该绑定接口。</translation>
    </message>
    <message>
        <source>A bond is named by its interface-name or its UUID, not by its id.</source>
        <translation>绑定接口由 interface-name 或 UUID 指定，而不是由 id 指定。</translation>
    </message>
    <message>
        <source>Correct DEVICE, rename this file to end in .bak, or remove it.</source>
        <translation>请更正 DEVICE，或把此文件改名为以 .bak 结尾，或删除它。</translation>
    </message>
    <message>
        <source>The network service does not make %1: it knows neither TYPE=Bond nor BONDING_MASTER, and BONDING_OPTS is missing.</source>
        <translation>network 服务不会创建 %1：它不认识 TYPE=Bond 和 BONDING_MASTER，而 BONDING_OPTS 缺失。</translation>
    </message>
    <message>
        <source>NetworkManager refuses “%1”: BONDING_MASTER=yes needs TYPE=Bond.</source>
        <translation>NetworkManager 拒绝“%1”：BONDING_MASTER=yes 需要 TYPE=Bond。</translation>
    </message>
    <message>
        <source>Write TYPE=Bond.</source>
        <translation>请写上 TYPE=Bond。</translation>
    </message>
    <message>
        <source>NetworkManager does not read %1: a number before it is missing.</source>
        <translation>NetworkManager 不读取 %1：它前面缺了一个编号。</translation>
    </message>
    <message>
        <source>Number the name servers without gaps.</source>
        <translation>请为域名服务器连续编号。</translation>
    </message>
    <message>
        <source>“%1” is meant for %2, but not in force: it is not taken along.</source>
        <translation>“%1”针对 %2，但未生效：不会一并迁移。</translation>
    </message>
    <message>
        <source>“bondctl read” says why; correct it first if it is needed.</source>
        <translation>原因见“bondctl read”；如果需要它，请先更正。</translation>
    </message>
    <message>
        <source>%1 has no address to go with “%2”: that is not shown.</source>
        <translation>%1 没有与“%2”对应的地址：未显示。</translation>
    </message>
    <message>
        <source>Remove NM_CONTROLLED.</source>
        <translation>请删除 NM_CONTROLLED。</translation>
    </message>
    <message>
        <source>NM_CONTROLLED differs: one of %1 and %2 is NetworkManager’s, the other the network service’s, and neither brings up the other’s.</source>
        <translation>NM_CONTROLLED 不一致：%1 和 %2 一个归 NetworkManager，另一个归 network 服务，双方都不会启用对方的接口。</translation>
    </message>
    <message>
        <source>Write the same NM_CONTROLLED in both.</source>
        <translation>请在两者中写相同的 NM_CONTROLLED。</translation>
    </message>
    <message>
        <source>MACADDR=%1 is NetworkManager’s word: a plan does not say it.</source>
        <translation>MACADDR=%1 是 NetworkManager 的写法：方案无法表达。</translation>
    </message>
    <message>
        <source>ifupdown cannot call a VLAN “%1”.</source>
        <translation>ifupdown 不能使用 VLAN 名称“%1”。</translation>
    </message>
    <message>
        <source>a route without gateway</source>
        <translation>没有网关的路由</translation>
    </message>
    <message>
        <source>With “%1”, cloud-init sets up no network at all on a host without netplan.</source>
        <translation>有“%1”时，在没有 netplan 的主机上 cloud-init 完全不会配置网络。</translation>
    </message>
    <message>
        <source>Leave it out, or look whether the image has netplan.</source>
        <translation>去掉它，或确认镜像是否带有 netplan。</translation>
    </message>
    <message>
        <source>On a host without netplan cloud-init does not hand this on.</source>
        <translation>在没有 netplan 的主机上，cloud-init 不会传递此项。</translation>
    </message>
    <message>
        <source>Look whether the image has netplan.</source>
        <translation>请确认镜像是否带有 netplan。</translation>
    </message>
    <message>
        <source>The VLAN is called %1.%2, and %3 is not found, unless VLAN_NAME_TYPE is DEV_PLUS_VID.</source>
        <translation>VLAN 的名称是 %1.%2，找不到 %3，除非 VLAN_NAME_TYPE 为 DEV_PLUS_VID。</translation>
    </message>
    <message>
        <source>Write the id without zeros in front.</source>
        <translation>请去掉 ID 前面的零。</translation>
    </message>
    <message>
        <source>The network service does not make %1: with a zero in front %2 is an octal number, and none.</source>
        <translation>网络服务不会创建 %1：%2 以零开头，会被当作八进制数，而它不是有效的八进制数。</translation>
    </message>
    <message>
        <source>The network service takes %1 for an octal number: it makes the VLAN %2.</source>
        <translation>网络服务把 %1 当作八进制数：它创建的是 VLAN %2。</translation>
    </message>
    <message>
        <source>What the templates (%) in this file make only ifupdown2 knows.</source>
        <translation>此文件中的模板 (%) 会生成什么，只有 ifupdown2 知道。</translation>
    </message>
    <message>
        <source>Look at what “ifquery -a” prints.</source>
        <translation>请查看“ifquery -a”的输出。</translation>
    </message>
    <message>
        <source>In the old files the NICs have again what they had before the bond.</source>
        <translation>在旧文件中，网卡恢复了加入绑定接口之前的配置。</translation>
    </message>
    <message>
        <source>Only its host knows which NIC “%1” is.</source>
        <translation>只有该主机知道“%1”是哪块网卡。</translation>
    </message>
    <message>
        <source>“MACAddress=none” leaves it to the kernel: the first NIC’s.</source>
        <translation>“MACAddress=none”由内核决定：使用第一块网卡的 MAC 地址。</translation>
    </message>
    <message>
        <source>Only its host knows which NIC this port is.</source>
        <translation>只有该主机知道此端口是哪块网卡。</translation>
    </message>
    <message>
        <source>Read it there, or name the NIC in the [Match] section.</source>
        <translation>请在该主机上读取，或在 [Match] 段中写明网卡名称。</translation>
    </message>
    <message>
        <source>“%1” makes several NICs ports, %2 among them.</source>
        <translation>“%1”把多块网卡设为端口，其中包括 %2。</translation>
    </message>
    <message>
        <source>Write the names of the NICs into its [Match] section.</source>
        <translation>请在其 [Match] 段中写明各网卡的名称。</translation>
    </message>
    <message>
        <source>Version %1 was the first that did.</source>
        <translation>从版本 %1 起才支持。</translation>
    </message>
    <message>
        <source>“%1” is not shown: a plan says only routes of the main table.</source>
        <translation>“%1”未显示：方案只描述主路由表中的路由。</translation>
    </message>
    <message>
        <source>%1 %2 cannot set “%3”: version %4 was the first that could.</source>
        <translation>%1 %2 不能设置“%3”：从版本 %4 起才可以。</translation>
    </message>
    <message>
        <source>“%1” needs %2 %3 or later; an older one ignores it.</source>
        <translation>“%1”需要 %2 %3 或更高版本；较旧的版本会忽略它。</translation>
    </message>
    <message>
        <source>Look which version the host has.</source>
        <translation>请确认该主机的版本。</translation>
    </message>
    <message>
        <source>Set “primary” to prefer a NIC permanently.</source>
        <translation>如需始终优先使用某块网卡，请设置“primary”。</translation>
    </message>
    <message>
        <source>%1 is a VLAN on the VLAN %2: a plan does not say that.</source>
        <translation>%1 是建立在 VLAN %2 之上的 VLAN：方案无法描述。</translation>
    </message>
    <message>
        <source>%1 is a VLAN on the VLAN %2, and would be on nothing any more.</source>
        <translation>%1 是建立在 VLAN %2 之上的 VLAN，之后将失去其底层接口。</translation>
    </message>
    <message>
        <source>Change both together by hand.</source>
        <translation>请手动一并修改两者。</translation>
    </message>
    <message>
        <source>ifupdown knows no remarks behind a value: it takes “%1” for NICs.</source>
        <translation>ifupdown 不支持写在值后面的注释：它会把“%1”当作网卡。</translation>
    </message>
    <message>
        <source>Put the remark on a line of its own.</source>
        <translation>请把注释单独写成一行。</translation>
    </message>
    <message>
        <source>The initramfs has to hold this file.</source>
        <translation>此文件必须包含在 initramfs 中。</translation>
    </message>
    <message>
        <source>Build it anew with “dracut --force --include %1 %1”, or put the words into the kernel’s command line.</source>
        <translation>请用“dracut --force --include %1 %1”重新生成，或把这些参数写入内核命令行。</translation>
    </message>
    <message>
        <source>“%1” has colons, which part the fields of bond=.</source>
        <translation>“%1”含有冒号，而冒号用于分隔 bond= 的各字段。</translation>
    </message>
    <message>
        <source>NetworkManager in the initramfs refuses a bond with several ARP targets.</source>
        <translation>initramfs 中的 NetworkManager 拒绝带有多个 ARP 目标的绑定接口。</translation>
    </message>
    <message>
        <source>Name one of them, unless dracut’s own scripts make the bond.</source>
        <translation>请只写其中一个，除非绑定接口由 dracut 自己的脚本创建。</translation>
    </message>
    <message>
        <source>A bond= without slaves would take eth0 and eth1.</source>
        <translation>没有成员网卡的 bond= 会占用 eth0 和 eth1。</translation>
    </message>
    <message>
        <source>Choose at least one NIC.</source>
        <translation>请至少选择一块网卡。</translation>
    </message>
    <message>
        <source>The name “%1” has to end with the VLAN’s number.</source>
        <translation>名称“%1”必须以 VLAN 编号结尾。</translation>
    </message>
    <message>
        <source>Call it “%1”.</source>
        <translation>请命名为“%1”。</translation>
    </message>
    <message>
        <source>wicked wants exactly one of miimon and ARP monitoring.</source>
        <translation>wicked 要求 miimon 与 ARP 监视必须且只能启用一种。</translation>
    </message>
    <message>
        <source>Set miimon, e.g. to 100.</source>
        <translation>请设置 miimon，例如 100。</translation>
    </message>
    <message>
        <source>wicked makes no bond without slaves.</source>
        <translation>wicked 不会创建没有成员网卡的绑定接口。</translation>
    </message>
    <message>
        <source>“%1” is not read: release 9 has no network service any more.</source>
        <translation>“%1”不会被读取：版本 9 已没有 network 服务。</translation>
    </message>
    <message>
        <source>“%1” inherits from a template, which is not changed for one interface alone.</source>
        <translation>“%1”继承自模板，模板不会只为一个接口而更改。</translation>
    </message>
    <message>
        <source>Write its options into its own stanza first.</source>
        <translation>请先将其选项写入它自己的配置段。</translation>
    </message>
    <message>
        <source>“%1” cannot be changed alone: other entries depend on its lines.</source>
        <translation>无法单独更改“%1”：其他条目依赖于它所在的行。</translation>
    </message>
    <message>
        <source>Write it once, with a line for each entry and without anchors (“&amp;”, “*”, “&lt;&lt;”).</source>
        <translation>请只写一次，每个条目单独一行，并且不使用锚点（“&amp;”、“*”、“&lt;&lt;”）。</translation>
    </message>
    <message>
        <source>These files have more than %1 bonds: “%2” and what follows is not read.</source>
        <translation>这些文件中的绑定超过 %1 个：从“%2”起不再读取。</translation>
    </message>
    <message>
        <source>Take away the files of bonds that this host does not have.</source>
        <translation>请移走该主机并不存在的绑定的文件。</translation>
    </message>
    <message>
        <source>There is no backup “%1”.</source>
        <translation>没有备份“%1”。</translation>
    </message>
    <message>
        <source>netplan&apos;s files cannot be read: %1</source>
        <extracomment>@error %1 is what the dynamic linker says</extracomment>
        <translation>无法读取 netplan 的文件：%1</translation>
    </message>
    <message>
        <source>Install netplan&apos;s library (%1) and try again.</source>
        <extracomment>@info:hint %1 is libnetplan.so.0.0</extracomment>
        <translation>请安装 netplan 的库（%1）后重试。</translation>
    </message>
    <message>
        <source>cloud-init sets up no network here: bonds in its files are not in force.</source>
        <translation>cloud-init 在此不配置网络：其文件中的绑定接口没有生效。</translation>
    </message>
    <message>
        <source>Take “config: disabled” out of this file if they are to be.</source>
        <translation>如果要让它们生效，请从此文件中删去“config: disabled”。</translation>
    </message>
    <message>
        <source>ifup refuses this line, and the whole file for it.</source>
        <translation>ifup 不接受这一行，整个文件也因此不被采用。</translation>
    </message>
    <message>
        <source>ifup refuses this line, and what follows it in the file.</source>
        <translation>ifup 不接受这一行，也不读取文件中其后的内容。</translation>
    </message>
    <message>
        <source>Correct the line, or take it out.</source>
        <translation>请改正这一行，或将其删除。</translation>
    </message>
    <message>
        <source>Only the host knows which NICs “%1” means.</source>
        <translation>“%1”指哪些网卡，只有该主机知道。</translation>
    </message>
    <message>
        <source>%1 knows no domains that only choose the servers, as “%2”.</source>
        <translation>%1 不支持仅用于选择 DNS 服务器的域，如“%2”。</translation>
    </message>
    <message>
        <source>Leave it out, or take NetworkManager, systemd-networkd or netplan.</source>
        <translation>请去掉该项，或改用 NetworkManager、systemd-networkd 或 netplan。</translation>
    </message>
    <message>
        <source>Other entries name “%1” (a bridge, a VRF, a tunnel, …): change them first.</source>
        <translation>其他条目引用了“%1”（网桥、VRF、隧道等）：请先修改它们。</translation>
    </message>
    <message>
        <source>Before version %2 systemd-networkd ignores an empty “%1=”: what stands before it stays in force.</source>
        <translation>systemd-networkd 在版本 %2 之前会忽略空的“%1=”：它前面的内容仍然有效。</translation>
    </message>
    <message>
        <source>Take out there what is not wanted.</source>
        <translation>请在那里删去不需要的内容。</translation>
    </message>
    <message>
        <source>“%1” has no prefix length: systemd-networkd takes /%2.</source>
        <translation>“%1”没有前缀长度：systemd-networkd 采用 /%2。</translation>
    </message>
    <message>
        <source>Write the prefix length: other versions take another.</source>
        <translation>请写明前缀长度：其他版本采用的值不同。</translation>
    </message>
    <message>
        <source>%1, a slave of %2, is a VLAN: a plan does not say of which interface.</source>
        <translation>%1 是 %2 的成员网卡，但它是 VLAN：方案无法说明它建立在哪个接口上。</translation>
    </message>
    <message>
        <source>%1, a slave of %2, is a VLAN, which nothing would make any more.</source>
        <translation>%1 是 %2 的成员网卡，但它是 VLAN，之后将没有任何配置创建它。</translation>
    </message>
    <message>
        <source>systemd-networkd refuses this line, and all of “%1” for it.</source>
        <translation>systemd-networkd 不接受这一行，“%1”也因此整个不被采用。</translation>
    </message>
    <message>
        <source>“%1” has a configuration of its own in this file.</source>
        <translation>“%1”在此文件中另有自己的配置。</translation>
    </message>
    <message>
        <source>Take it out first.</source>
        <translation>请先将其删除。</translation>
    </message>
    <message>
        <source>ifup lets “%1” choose the stanza of %2: it may be another one.</source>
        <translation>ifup 由“%1”选择 %2 所用的配置段：可能是另一段。</translation>
    </message>
    <message>
        <source>Take the mapping out if it is not needed.</source>
        <translation>如不需要该 mapping，请删除。</translation>
    </message>
    <message>
        <source>Look at what “networkctl status” says there.</source>
        <translation>请在该主机上查看“networkctl status”的输出。</translation>
    </message>
    <message>
        <source>Write there which interfaces are meant, “Name=*” for all.</source>
        <translation>请在其中写明所指的接口，全部接口写“Name=*”。</translation>
    </message>
    <message>
        <source>The remarks in “%1” are lost: it is written anew.</source>
        <translation>“%1”将重新写入，其中的注释会丢失。</translation>
    </message>
    <message>
        <source>They stay in the backup.</source>
        <translation>注释保留在备份中。</translation>
    </message>
    <message>
        <source>Only the host itself can tell whether “%1=%2” holds; it is taken as true.</source>
        <translation>“%1=%2”是否成立只有主机自己知道；此处视为成立。</translation>
    </message>
    <message>
        <source>systemd-networkd leaves alone what this file matches.</source>
        <translation>systemd-networkd 不管理此文件所匹配的接口。</translation>
    </message>
    <message>
        <source>Take “Unmanaged=yes” out if it should not.</source>
        <translation>如应由它管理，请删除“Unmanaged=yes”。</translation>
    </message>
    <message>
        <source>systemd-networkd ignores this file: its [Match] section has no condition that it knows.</source>
        <translation>systemd-networkd 忽略此文件：其 [Match] 段中没有它认识的条件。</translation>
    </message>
</context>
</TS>
