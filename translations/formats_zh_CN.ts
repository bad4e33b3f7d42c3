<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>“%1” was changed by somebody else meanwhile.</source>
        <translation>“%1”在此期间被他人修改。</translation>
    </message>
    <message>
        <source>Look at it again, then repeat; nothing was changed.</source>
        <translation>请重新查看后再试；未作任何更改。</translation>
    </message>
    <message>
        <source>The change “%1” has neither been confirmed nor taken back.</source>
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
        <source>There is no record “%1”.</source>
        <translation>没有记录“%1”。</translation>
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
        <source>Wait until it is confirmed or taken back.</source>
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
        <source>Neither NetworkManager nor the network service is in charge: nobody would read files written here.</source>
        <translation>NetworkManager 和 network 服务都未管理网络：写在这里的文件无人读取。</translation>
    </message>
    <message>
        <source>“bondctl options” lists them.</source>
        <translation>“bondctl options”可列出全部选项。</translation>
    </message>
    <message>
        <source>“%1” is a matter of the moment and is not stored.</source>
        <translation>“%1”只反映当前状态，不会保存。</translation>
    </message>
    <message>
        <source>Set “primary” to prefer a card for good.</source>
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
        <source>“%1” runs commands when it is read.</source>
        <translation>“%1”被读取时会执行命令。</translation>
    </message>
    <message>
        <source>They are never run here: what is shown may differ from what happens.</source>
        <translation>这里从不执行这些命令：显示的内容可能与实际不同。</translation>
    </message>
    <message>
        <source>“%1” has an unclosed quote or a NUL byte.</source>
        <translation>“%1”中有未闭合的引号或 NUL 字节。</translation>
    </message>
    <message>
        <source>A shell stops reading there: correct the file.</source>
        <translation>shell 读到该处便会停止：请修正该文件。</translation>
    </message>
    <message>
        <source>“%1” has DOS line ends.</source>
        <translation>“%1”使用了 DOS 换行符。</translation>
    </message>
    <message>
        <source>A shell takes them for a part of the values; the next change corrects them.</source>
        <translation>shell 会把它当作值的一部分；下次更改时会自动修正。</translation>
    </message>
    <message>
        <source>The value of %1 in “%2” is only known to a shell.</source>
        <translation>“%2”中 %1 的值只有 shell 才能得出。</translation>
    </message>
    <message>
        <source>Write the value itself.</source>
        <translation>请直接写出该值。</translation>
    </message>
    <message>
        <source>“%1” in BONDING_OPTS is no option of the driver.</source>
        <translation>BONDING_OPTS 中的“%1”不是驱动的选项。</translation>
    </message>
    <message>
        <source>“%1” is broken; what stands behind the fault is dropped.</source>
        <translation>“%1”已损坏；出错处之后的内容将被去除。</translation>
    </message>
    <message>
        <source>The backup keeps the old text.</source>
        <translation>原内容保留在备份中。</translation>
    </message>
    <message>
        <source>The network service starts the slaves in alphabetical order.</source>
        <translation>network 服务按字母顺序启动成员网卡。</translation>
    </message>
    <message>
        <source>Set the bond’s MAC address if it must be that of “%1”.</source>
        <translation>如果必须使用“%1”的 MAC 地址，请为聚合组设置 MAC 地址。</translation>
    </message>
    <message>
        <source>%1 is taken out of “%2”.</source>
        <translation>将 %1 从“%2”中移出。</translation>
    </message>
    <message>
        <source>A card can be in one bond, team or bridge only.</source>
        <translation>一块网卡只能属于一个聚合组、team 或网桥。</translation>
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
        <source>Nobody here knows the address meant by “%1”.</source>
        <translation>无法得知“%1”所指的地址。</translation>
    </message>
    <message>
        <source>Write the address itself, or the slave’s “mac”.</source>
        <translation>请直接写出地址，或写明成员网卡的“mac”。</translation>
    </message>
    <message>
        <source>There is no bond “%1” in these files.</source>
        <translation>这些文件中没有聚合组“%1”。</translation>
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
        <translation>本机的 NetworkManager 不认识选项“%1”。</translation>
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
        <translation>有多个连接配置定义了聚合组“%1”。</translation>
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
        <translation>本机的 NetworkManager 无法保存成员网卡的优先级。</translation>
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
        <source>Two profiles for one card would fight for it at every boot.</source>
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
        <source>A kickstart line names the card “%1”, nothing else of it.</source>
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
        <source>“%1” begins with a byte order mark.</source>
        <translation>“%1”以字节顺序标记（BOM）开头。</translation>
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
        <translation>本机的 NetworkManager 库（%3）不认识“%1=%2”。较新的 NetworkManager 可能会使用它，本机的会忽略它。</translation>
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
</context>
</TS>
