<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>bondwright::Gui</name>
    <message>
        <source>There is no option “%1”.</source>
        <translation>没有选项“%1”。</translation>
    </message>
    <message>
        <source>See bondwright --help.</source>
        <translation>参见 bondwright --help。</translation>
    </message>
    <message>
        <source>There is no display to open a window on. bondctl does the same work in a terminal.</source>
        <translation>没有可用于打开窗口的显示。bondctl 可在终端中完成同样的工作。</translation>
    </message>
    <message>
        <source>a number above 0, up to 1000</source>
        <translation>大于 0 且不超过 1000 的数</translation>
    </message>
    <message>
        <source>“%1” needs a value.</source>
        <translation>“%1”需要一个值。</translation>
    </message>
    <message>
        <source>“%1” takes %2, not “%3”.</source>
        <translation>“%1”需要%2，而不是“%3”。</translation>
    </message>
    <message>
        <source>Possible: %1.</source>
        <translation>可选：%1。</translation>
    </message>
    <message>
        <source>--host and --replay cannot be combined.</source>
        <translation>--host 和 --replay 不能同时使用。</translation>
    </message>
    <message>
        <source>Practice host</source>
        <extracomment>@item a computer in the list of hosts, to learn and try things on</extracomment>
        <translation>练习主机</translation>
    </message>
    <message>
        <source>--practice and --replay cannot be combined.</source>
        <translation>--practice 和 --replay 不能同时使用。</translation>
    </message>
    <message>
        <source>Usage: bondwright [OPTION …]
Bonds NICs safely and monitors their failover.

  --lang en|zh_CN   language of the window
  --wizard          begin with the wizard
  --monitor BOND    open the monitor of a bond
  --host HOST       show another host, reached by ssh
  --practice        start the practice host: a host that cannot be broken,
                    with cables to pull (needs user-mode-linux)
  --replay FILE     show a recording instead of this host
  --speed FACTOR    of the replay, up to 1000
  --report-pdf FILE make a PDF of the failover test on standard input
                    (JSON of bondctl test); needs no display
  --version         print the version
  --help            print this
</source>
        <translation>用法：bondwright [选项 …]
安全地绑定网卡，并监视其故障切换。

  --lang en|zh_CN   窗口语言
  --wizard          从向导开始
  --monitor 绑定接口 打开绑定接口的监视窗口
  --host 主机       通过 ssh 显示另一台主机
  --practice        启动练习主机：一台弄不坏的主机，
                    可以拔插网线（需要 user-mode-linux）
  --replay 文件     显示录制文件而不是本机
  --speed 倍数      回放速度，最大 1000
  --report-pdf 文件 将标准输入中的故障切换测试
                    （bondctl test 的 JSON）生成 PDF；不需要图形界面
  --version         显示版本
  --help            显示本帮助
</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::AboutDialog</name>
    <message>
        <source>About Bondwright</source>
        <translation>关于 Bondwright</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>Copy &amp;versions</source>
        <extracomment>@action:button</extracomment>
        <translation>复制版本信息(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>@action:button</extracomment>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Helper</source>
        <extracomment>@label the privileged service</extracomment>
        <translation>特权助手</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Kernel</source>
        <extracomment>@label</extracomment>
        <translation>内核</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>@label operating system</extracomment>
        <translation>系统</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>For a bug report</source>
        <translation>用于报告问题</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>Bonds NICs safely and monitors their failover.</source>
        <translation>安全地绑定网卡，并监视故障切换。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::AddHostDialog</name>
    <message>
        <source>Name</source>
        <extracomment>@item a step of reaching a host: its name is known</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>SSH</source>
        <extracomment>@item a step of reaching a host: SSH answers</extracomment>
        <translation>SSH</translation>
    </message>
    <message>
        <source>Login</source>
        <extracomment>@item a step of reaching a host</extracomment>
        <translation>登录</translation>
    </message>
    <message>
        <source>Helper</source>
        <extracomment>@item a step of reaching a host: the privileged helper answers</extracomment>
        <translation>特权助手</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <extracomment>@item a step of reaching a host: the user may change it</extracomment>
        <translation>授权</translation>
    </message>
    <message>
        <source>trying…</source>
        <extracomment>@status of a step</extracomment>
        <translation>正在尝试…</translation>
    </message>
    <message>
        <source>in order</source>
        <extracomment>@status of a step</extracomment>
        <translation>正常</translation>
    </message>
    <message>
        <source>limited</source>
        <extracomment>@status of a step: it works in part</extracomment>
        <translation>受限</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>@status of a step</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Add a host</source>
        <extracomment>@title:window</extracomment>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Hosts are reached by your own ssh: its configuration, keys and known hosts count. Nothing is changed there by adding it.</source>
        <translation>通过您自己的 ssh 访问主机：使用其配置、密钥和已知主机。添加主机不会在那里作任何改动。</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <extracomment>@label:textbox a computer&apos;s name</extracomment>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>srv1, root@192.0.2.1</source>
        <translation>srv1, root@192.0.2.1</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>As for ssh: a name, an address, or user@host</source>
        <translation>与 ssh 相同：名称、地址或 用户@主机</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <extracomment>@action:button tries the connection</extracomment>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Tries the connection step by step; nothing is changed</source>
        <translation>逐步测试连接；不作任何改动</translation>
    </message>
    <message>
        <source>Steps of the connection</source>
        <translation>连接步骤</translation>
    </message>
    <message>
        <source>&amp;Add host</source>
        <extracomment>@action:button</extracomment>
        <translation>添加主机(&amp;A)</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>It is watched from now on</source>
        <translation>从现在起监视该主机</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>@action:button</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <translation>%1 已在列表中。</translation>
    </message>
    <message>
        <source>That is no name of a host: give a name, an address, or user@host.</source>
        <translation>这不是主机名：请填写名称、地址或 用户@主机。</translation>
    </message>
    <message>
        <source>Ansible &amp;inventory…</source>
        <extracomment>@action:button adds many hosts at once</extracomment>
        <translation>Ansible 清单(&amp;I)…</translation>
    </message>
    <message>
        <source>Ansible inventory…</source>
        <translation>Ansible 清单…</translation>
    </message>
    <message>
        <source>Adds the hosts of an inventory, in its groups, and follows it</source>
        <translation>按分组添加清单中的主机，并随清单更新</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::AddressPage</name>
    <message>
        <source>M&amp;AC address</source>
        <extracomment>@label:listbox</extracomment>
        <translation>MAC 地址(&amp;A)</translation>
    </message>
    <message>
        <source>MAC address of the bond</source>
        <translation>绑定接口的 MAC 地址</translation>
    </message>
    <message>
        <source>M&amp;TU</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>MTU(&amp;T)</translation>
    </message>
    <message>
        <source>MTU in bytes</source>
        <translation>MTU（字节）</translation>
    </message>
    <message>
        <source>Larger than 1500 only if every switch on the way takes it.</source>
        <translation>只有沿途所有交换机都支持时才可大于 1500。</translation>
    </message>
    <message>
        <source> B</source>
        <extracomment>@label unit bytes, with a leading blank</extracomment>
        <translation> B</translation>
    </message>
    <message>
        <source>of %1%2</source>
        <translation>%1 的%2</translation>
    </message>
    <message>
        <source>Unfolds what is rarely changed</source>
        <translation>展开很少修改的设置</translation>
    </message>
    <message>
        <source>MAC, MTU, start</source>
        <extracomment>@action:button unfolds</extracomment>
        <translation>MAC、MTU、启动</translation>
    </message>
    <message>
        <source>MAC address, MTU, start at boot</source>
        <translation>MAC 地址、MTU、开机启动</translation>
    </message>
    <message>
        <source>Choose a NIC&apos;s own, or type one.</source>
        <translation>选择某块网卡自己的地址，或手工输入。</translation>
    </message>
    <message>
        <source>as the NICs have it</source>
        <translation>与网卡一致</translation>
    </message>
    <message>
        <source>&amp;Start the bond when the host starts</source>
        <extracomment>@option:check</extracomment>
        <translation>主机启动时启用绑定接口(&amp;S)</translation>
    </message>
    <message>
        <source>Start the bond when the host starts</source>
        <translation>主机启动时启用绑定接口</translation>
    </message>
    <message>
        <source>Otherwise it stays down until it is started by hand</source>
        <translation>否则保持停用，直到手动启用</translation>
    </message>
    <message>
        <source>of the first NIC</source>
        <translation>第一块网卡的地址</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::AllHostsPage</name>
    <message>
        <source>All hosts</source>
        <extracomment>@title</extracomment>
        <translation>所有主机</translation>
    </message>
    <message>
        <source>Filter: host, bond, mode, state…</source>
        <translation>筛选：主机、绑定接口、模式、状态…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Only rows that hold all of these words are shown</source>
        <translation>只显示包含所有这些词的行</translation>
    </message>
    <message>
        <source>No host matches the filter</source>
        <translation>没有符合筛选条件的主机</translation>
    </message>
    <message>
        <source>Bonds of all hosts</source>
        <translation>所有主机的绑定接口</translation>
    </message>
    <message>
        <source>The worst first; Enter opens the host</source>
        <translation>最差的在前；按 Enter 打开主机</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <extracomment>@action:button saves the table as a file</extracomment>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Saves what is shown as a CSV file</source>
        <translation>将显示的内容保存为 CSV 文件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>@status %1 “3 hosts”, %2 “6 bonds”</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n 台主机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bond(s)</source>
        <translation>
            <numerusform>%n 个绑定接口</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ApplyPage</name>
    <message>
        <source>Save the script as</source>
        <translation>脚本另存为</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Answers to the ping</source>
        <translation>ping 应答</translation>
    </message>
    <message>
        <source>What differs, item by item</source>
        <translation>逐项差异</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <extracomment>@action:button keeps the applied change</extracomment>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Keep this configuration</source>
        <translation>保留此配置</translation>
    </message>
    <message>
        <source>&amp;Revert now</source>
        <extracomment>@action:button takes the change back</extracomment>
        <translation>立即撤销(&amp;R)</translation>
    </message>
    <message>
        <source>Revert now to the configuration from before</source>
        <translation>立即恢复到更改前的配置</translation>
    </message>
    <message>
        <source>&amp;More time</source>
        <extracomment>@action:button more time before the change reverts</extracomment>
        <translation>延长时间(&amp;M)</translation>
    </message>
    <message>
        <source>More time to decide, once</source>
        <translation>延长一次确认时间</translation>
    </message>
    <message>
        <source>&amp;Monitor</source>
        <extracomment>@action:button</extracomment>
        <translation>监视(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Test failover…</source>
        <extracomment>@action:button</extracomment>
        <translation>测试故障切换(&amp;T)…</translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation>文件写到哪里</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <extracomment>@option:check</extracomment>
        <translation>覆盖已有文件</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <extracomment>@action:button</extracomment>
        <translation>写入(&amp;W)</translation>
    </message>
    <message>
        <source>One script for the other host</source>
        <translation>用于另一台主机的脚本</translation>
    </message>
    <message>
        <source>Files for the other host</source>
        <translation>用于另一台主机的文件</translation>
    </message>
    <message>
        <source>Written below this folder with their paths kept.</source>
        <translation>写入此文件夹之下，保持原有路径结构。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. “Apply” on the review page begins.</source>
        <translation>尚未做任何更改。请在“检查确认”页点击“应用”开始。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking for permission…</source>
        <translation>正在请求授权…</translation>
    </message>
    <message>
        <source>Not allowed. Nothing was changed.</source>
        <translation>未获授权，没有做任何更改。</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>正在写入文件…</translation>
    </message>
    <message>
        <source>Activating…</source>
        <translation>正在激活…</translation>
    </message>
    <message>
        <source>Comparing the kernel&apos;s state with the plan…</source>
        <translation>正在核对内核状态与方案…</translation>
    </message>
    <message>
        <source>It works: the kernel&apos;s state equals the plan.</source>
        <translation>已生效：内核状态与方案一致。</translation>
    </message>
    <message>
        <source>Do this by hand:</source>
        <translation>请手工执行：</translation>
    </message>
    <message>
        <source>Ping to %1</source>
        <translation>ping %1</translation>
    </message>
    <message>
        <source>#%1  no answer</source>
        <extracomment>@status a ping that was not answered; %1 its number</extracomment>
        <translation>#%1  无应答</translation>
    </message>
    <message>
        <source>What has been done and how long it took</source>
        <translation>已完成的步骤及耗时</translation>
    </message>
    <message>
        <source>Whether the gateway can be reached while it changes</source>
        <translation>更改期间网关是否可达</translation>
    </message>
    <message>
        <source>The countdown ends and the new configuration stays</source>
        <translation>倒计时结束，保留新配置</translation>
    </message>
    <message>
        <source>What happens anyway when the time is up</source>
        <translation>时间到后也会自动这样做</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Test failover</source>
        <translation>测试故障切换</translation>
    </message>
    <message>
        <source>Pull each cable once and measure</source>
        <translation>逐根拔线并测量</translation>
    </message>
    <message>
        <source>A folder, or the name of the script</source>
        <translation>文件夹，或脚本文件名</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Chooses where the files go</source>
        <translation>选择文件的保存位置</translation>
    </message>
    <message>
        <source>Otherwise an existing file stops the writing</source>
        <translation>否则遇到已有文件时停止写入</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Why it was reverted, or what is left to do by hand</source>
        <translation>恢复的原因，或仍需手动完成的事项</translation>
    </message>
    <message>
        <source>Keep this configuration? Otherwise it reverts when the time is up.</source>
        <translation>是否保留此配置？否则时限到时自动恢复。</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <extracomment>@action:button asks the helper once more</extracomment>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Asks for permission once more</source>
        <translation>再次请求授权</translation>
    </message>
    <message>
        <source>Monitor the new bond live</source>
        <translation>实时监视新的绑定接口</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <extracomment>@action:button chooses a folder or file</extracomment>
        <translation>浏览(&amp;O)…</translation>
    </message>
    <message>
        <source>Writes the files to that place; nothing on this host changes</source>
        <translation>把文件写到该位置；当前主机不做任何更改</translation>
    </message>
    <message>
        <source>Copy it to that host and run it there as root: it saves, writes, tests, and reverts everything unless confirmed.</source>
        <translation>把它复制到那台主机并以 root 运行：它会备份、写入、测试，不确认则全部自动恢复。</translation>
    </message>
    <message>
        <source>Not applied. Nothing was changed.</source>
        <translation>未应用。未做任何更改。</translation>
    </message>
    <message>
        <source>Reverting to the configuration from before…</source>
        <translation>正在恢复为之前的配置…</translation>
    </message>
    <message>
        <source>%1 is applied and kept.</source>
        <translation>%1 已应用并保留。</translation>
    </message>
    <message>
        <source>Next: open the monitor, then pull each cable once with the failover test.</source>
        <translation>下一步：打开监视器，然后用故障切换测试逐一拔下每根网线。</translation>
    </message>
    <message>
        <source>The change was reverted. Everything is as it was before.</source>
        <translation>更改已撤销，一切恢复原状。</translation>
    </message>
    <message>
        <source>The change failed and could not be reverted completely.</source>
        <translation>更改失败，且未能完全恢复。</translation>
    </message>
    <message>
        <source>No answer came. If the change has begun, it reverts by itself unless confirmed.</source>
        <translation>没有收到应答。如果更改已经开始，未经确认将自动恢复。</translation>
    </message>
    <message>
        <source>It is done, but the kernel&apos;s state was not compared with the plan: look at the bond before you keep it.</source>
        <translation>已完成，但未将内核状态与方案进行比较：请在保留之前查看绑定接口。</translation>
    </message>
    <message>
        <source>The same time again, at most 10 minutes from now</source>
        <translation>再增加一次同样的时间，从现在起最多 10 分钟</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <extracomment>@action:inmenu lines of a list to the clipboard</extracomment>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made before every change. Below the list: what restoring the marked one would change now.</source>
        <translation>每次更改前自动备份。列表下方显示恢复所选备份会改动的内容。</translation>
    </message>
    <message>
        <source>Saved configurations</source>
        <translation>已保存的配置</translation>
    </message>
    <message>
        <source>Made</source>
        <extracomment>@title:column when a backup was made</extracomment>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>@title:column before which change a backup was made</extracomment>
        <translation>在何操作之前</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>@title:column number of files</extracomment>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>@title:column whether the files are as they were written</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>intact</source>
        <extracomment>@status of a backup</extracomment>
        <translation>完好</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>The differences of the marked one to now are shown below</source>
        <translation>下方显示所选备份与当前配置的差异</translation>
    </message>
    <message>
        <source>&amp;Restore on %1</source>
        <extracomment>@action:button %1 a host&apos;s name</extracomment>
        <translation>在 %1 上恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Brings the marked configuration back; reverts unless confirmed</source>
        <translation>恢复选中的配置；不确认则自动撤销</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::BondPane</name>
    <message>
        <source>&amp;Status</source>
        <extracomment>@title:tab</extracomment>
        <translation>状态(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Traffic</source>
        <extracomment>@title:tab</extracomment>
        <translation>流量(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <extracomment>@title:tab</extracomment>
        <translation>事件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Configuration</source>
        <extracomment>@title:tab</extracomment>
        <translation>配置(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;witch side</source>
        <extracomment>@title:tab</extracomment>
        <translation>交换机侧(&amp;W)</translation>
    </message>
    <message>
        <source>Blink LED</source>
        <extracomment>@action:button makes the NIC&apos;s lamp blink</extracomment>
        <translation>闪烁指示灯</translation>
    </message>
    <message>
        <source>Views of the bond</source>
        <translation>绑定接口的各个视图</translation>
    </message>
    <message>
        <source>The arrow keys change between them</source>
        <translation>用方向键切换</translation>
    </message>
    <message>
        <source>The LED of %1 blinks for ten seconds.</source>
        <translation>%1 的指示灯闪烁十秒。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::CablesPanel</name>
    <message>
        <source>two switches, linked</source>
        <extracomment>@item:inlistbox</extracomment>
        <translation>两台交换机，相互连接</translation>
    </message>
    <message>
        <source>two switches, not linked</source>
        <extracomment>@item:inlistbox</extracomment>
        <translation>两台交换机，互不连接</translation>
    </message>
    <message>
        <source>one switch</source>
        <extracomment>@item:inlistbox</extracomment>
        <translation>一台交换机</translation>
    </message>
    <message>
        <source>one switch, static LAG</source>
        <extracomment>@item:inlistbox a switch whose ports are one static link aggregation group</extracomment>
        <translation>一台交换机，静态聚合组</translation>
    </message>
    <message>
        <source>one switch, LACP group</source>
        <extracomment>@item:inlistbox</extracomment>
        <translation>一台交换机，LACP 聚合组</translation>
    </message>
    <message>
        <source>two switches, an LACP group each</source>
        <extracomment>@item:inlistbox a mistake to practise on</extracomment>
        <translation>两台交换机，各有一个 LACP 聚合组</translation>
    </message>
    <message>
        <source>Cables</source>
        <extracomment>@title:group</extracomment>
        <translation>网线</translation>
    </message>
    <message>
        <source>Cable</source>
        <extracomment>@title:column is the cable plugged</extracomment>
        <translation>网线</translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>@title:column share of frames that a cable loses</extracomment>
        <translation>丢包</translation>
    </message>
    <message>
        <source>Delay</source>
        <extracomment>@title:column how late frames come</extracomment>
        <translation>延迟</translation>
    </message>
    <message>
        <source>&amp;Switches</source>
        <extracomment>@label:listbox how the practice host is cabled</extracomment>
        <translation>交换机(&amp;S)</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>交换机</translation>
    </message>
    <message>
        <source>Loss on the cable of %1</source>
        <extracomment>@info %1 a NIC</extracomment>
        <translation>%1 网线的丢包</translation>
    </message>
    <message>
        <source>So many of its frames are lost</source>
        <translation>该网线丢失帧的比例</translation>
    </message>
    <message>
        <source>Delay on the cable of %1</source>
        <extracomment>@info %1 a NIC</extracomment>
        <translation>%1 网线的延迟</translation>
    </message>
    <message>
        <source>Frames towards the host come so late; a cable has loss or delay</source>
        <translation>发往主机的帧延迟到达；一根网线只能有丢包或延迟之一</translation>
    </message>
    <message>
        <source>Pull</source>
        <extracomment>@action:button of a network cable</extracomment>
        <translation>拔下</translation>
    </message>
    <message>
        <source>Plug</source>
        <translation>插上</translation>
    </message>
    <message>
        <source>Pull the cable of %1</source>
        <extracomment>@info %1 a NIC</extracomment>
        <translation>拔下 %1 的网线</translation>
    </message>
    <message>
        <source>Plug the cable of %1</source>
        <translation>插上 %1 的网线</translation>
    </message>
    <message>
        <source>At the switch&apos;s end</source>
        <translation>在交换机一端</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <extracomment>@action:button %1 a letter</extracomment>
        <translation>关闭交换机 %1</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>打开交换机 %1</translation>
    </message>
    <message>
        <source>All cables that end in switch %1 lose their link</source>
        <extracomment>@info %1 a letter</extracomment>
        <translation>接到交换机 %1 的所有网线都会失去链路</translation>
    </message>
    <message>
        <source>Rebuilds the switches; all cables are plugged then</source>
        <translation>重新搭建交换机，所有网线随之插上</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ChangeDialog</name>
    <message>
        <source>Asking for permission…</source>
        <translation>正在请求授权…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <extracomment>@action:button</extracomment>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>No file changes.</source>
        <translation>没有文件改动。</translation>
    </message>
    <message>
        <source>Another change is waiting to be kept or reverted.</source>
        <translation>另有一项更改等待确认或撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Closes this window; nothing is changed</source>
        <translation>关闭此窗口，不做任何更改</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ConfigurationPage</name>
    <message>
        <source>Differences between configuration and running state</source>
        <translation>配置与运行状态的差异</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>@title:group</extracomment>
        <translation>文件</translation>
    </message>
    <message>
        <source>Text of the configuration files</source>
        <translation>配置文件内容</translation>
    </message>
    <message>
        <source>Asking the helper…</source>
        <translation>正在询问特权助手…</translation>
    </message>
    <message>
        <source>%1 runs but is not configured: it will be gone after a restart. “Edit…” and “Apply” write it down.</source>
        <translation>%1 正在运行但没有写入配置，重启后会消失。用“编辑…”再“应用”即可写入。</translation>
    </message>
    <message>
        <source>What runs is what is configured.</source>
        <translation>运行状态与配置一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) between configuration and running state:</source>
        <translation>
            <numerusform>配置与运行状态有 %n 处差异：</numerusform>
        </translation>
    </message>
    <message>
        <source>First what is configured but does not run, then what runs but is not configured</source>
        <translation>先列出已配置但未运行的项，再列出运行中但未配置的项</translation>
    </message>
    <message>
        <source>As they are on disk, secrets left out; read only</source>
        <translation>磁盘上的原样内容，隐去密钥；只读</translation>
    </message>
    <message>
        <source>Configured, but not running</source>
        <extracomment>@title:group of differences</extracomment>
        <translation>已配置，但未运行</translation>
    </message>
    <message>
        <source>Running, but not configured</source>
        <extracomment>@title:group of differences</extracomment>
        <translation>运行中，但未配置</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::CountdownRing</name>
    <message numerus="yes">
        <source>Reverting in %n second(s)</source>
        <translation>
            <numerusform>%n 秒后自动恢复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::DiffView</name>
    <message>
        <source>%1 — is deleted</source>
        <translation>%1 — 删除</translation>
    </message>
    <message>
        <source>%1 — new file</source>
        <translation>%1 — 新文件</translation>
    </message>
    <message>
        <source>%1 — is changed</source>
        <translation>%1 — 修改</translation>
    </message>
    <message>
        <source>Changes to files</source>
        <translation>文件改动</translation>
    </message>
    <message>
        <source>Lines beginning with − go away, lines beginning with + are new.</source>
        <translation>以 − 开头的行被删除，以 + 开头的行为新增。</translation>
    </message>
    <message numerus="yes">
        <source>… more than %n line(s), the rest is left out</source>
        <translation>
            <numerusform>… 超过 %n 行，其余省略</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::EventsPage</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>筛选事件</translation>
    </message>
    <message>
        <source>Shows only events with these words</source>
        <translation>只显示含有这些文字的事件</translation>
    </message>
    <message>
        <source>Leaves out what needs no attention</source>
        <translation>略去无需关注的事件</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What happened to the bonds and their slaves</source>
        <translation>绑定接口及其成员网卡发生的事件</translation>
    </message>
    <message>
        <source>Nothing has happened yet, or the filter hides it.</source>
        <translation>尚无事件，或已被筛选隐藏。</translation>
    </message>
    <message>
        <source>All events</source>
        <extracomment>@item:inlistbox which events are shown</extracomment>
        <translation>全部事件</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <extracomment>@item:inlistbox which events are shown</extracomment>
        <translation>警告及以上</translation>
    </message>
    <message>
        <source>Critical only</source>
        <extracomment>@item:inlistbox which events are shown</extracomment>
        <translation>仅严重事件</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::FindingsView</name>
    <message>
        <source>Show</source>
        <extracomment>@action:button leads to the page and field a finding is about</extracomment>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>@action:button</extracomment>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>帮助内容</translation>
    </message>
    <message>
        <source>Scrolls with the arrow keys</source>
        <translation>用方向键滚动</translation>
    </message>
    <message>
        <source>First steps</source>
        <extracomment>@title:group</extracomment>
        <translation>入门</translation>
    </message>
    <message>
        <source>A change is safe</source>
        <extracomment>@title:group</extracomment>
        <translation>更改是安全的</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <extracomment>@title:group</extracomment>
        <translation>图标含义</translation>
    </message>
    <message>
        <source>healthy: every link works</source>
        <translation>正常：所有链路均可用</translation>
    </message>
    <message>
        <source>degraded: it works, with less safety than planned</source>
        <translation>降级：可用，但冗余不足</translation>
    </message>
    <message>
        <source>down: no traffic, or link down</source>
        <translation>中断：无流量或链路断开</translation>
    </message>
    <message>
        <source>changing: a delay runs before the link counts as lost or back</source>
        <translation>变化中：延迟期内，之后才判定链路断开或恢复</translation>
    </message>
    <message>
        <source>in use: has an address or belongs to a bond</source>
        <translation>使用中：已有地址或属于某个绑定接口</translation>
    </message>
    <message>
        <source>not usable: cannot be bonded; the tooltip says why</source>
        <translation>不可用：不能绑定，工具提示说明原因</translation>
    </message>
    <message>
        <source>unknown: the kernel does not tell</source>
        <translation>未知：内核未提供</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>@title:group</extracomment>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>create a bond</source>
        <translation>创建绑定接口</translation>
    </message>
    <message>
        <source>edit the selected bond</source>
        <translation>编辑所选绑定接口</translation>
    </message>
    <message>
        <source>remove the selected bond</source>
        <translation>删除所选绑定接口</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>failover test</source>
        <translation>故障切换测试</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>open a plan</source>
        <translation>打开方案</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>本帮助</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Read more</source>
        <extracomment>@title:group</extracomment>
        <translation>更多资料</translation>
    </message>
    <message>
        <source>In a terminal: man bondwright, man bondctl, man bondwright-helper. What happened on the privileged side: journalctl -u bondwright-helper.</source>
        <translation>在终端中运行 man bondwright、man bondctl、man bondwright-helper。特权服务的日志：journalctl -u bondwright-helper。</translation>
    </message>
    <message>
        <source>“Create bond…” asks what the bond is for, which NICs it gets and which address. It shows every file before anything is written. Then open “Monitor” and pull each cable once with “Test failover…”.</source>
        <translation>“创建绑定接口…”询问用途、使用哪些网卡以及地址，并在写入前显示每个文件。随后打开“监视”，并用“测试故障切换…”逐一拔下每根网线。</translation>
    </message>
    <message>
        <source>The files are saved first and all written, or none. Afterwards the kernel&apos;s state is compared with the plan, and what answered before must answer again. Unless you press “Keep” in time, everything reverts by itself: also when the connection, this window or the host dies. “Backups…” restores an earlier configuration in the same way.</source>
        <translation>先备份文件，再全部写入或完全不写。随后对照方案检查内核状态，之前能应答的地址必须再次应答。如果未及时点击“保留”，一切自动恢复：即使连接、此窗口或主机中断也是如此。“备份…”以同样方式恢复较早的配置。</translation>
    </message>
    <message>
        <source>active: this slave carries traffic</source>
        <translation>活动：该成员网卡承载流量</translation>
    </message>
    <message>
        <source>standby: takes over when the active slave fails</source>
        <translation>备用：活动成员网卡故障时接管</translation>
    </message>
    <message>
        <source>free: a NIC that can be bonded</source>
        <translation>空闲：可以绑定的网卡</translation>
    </message>
    <message>
        <source>import another host&apos;s files</source>
        <translation>导入其他主机的文件</translation>
    </message>
    <message>
        <source>rename the selected bond</source>
        <translation>重命名选中的绑定接口</translation>
    </message>
    <message>
        <source>duplicate the selected bond</source>
        <translation>复制选中的绑定接口</translation>
    </message>
    <message>
        <source>events of all bonds</source>
        <translation>所有绑定接口的事件</translation>
    </message>
    <message>
        <source>open a copied plan</source>
        <translation>打开已复制的方案</translation>
    </message>
    <message>
        <source>save the plan of the selected bond</source>
        <translation>保存所选绑定接口的方案</translation>
    </message>
    <message>
        <source>add another host</source>
        <translation>添加其他主机</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::HostEventsDialog</name>
    <message>
        <source>All kinds</source>
        <extracomment>@item:inlistbox kinds of events</extracomment>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Failovers and outages</source>
        <extracomment>@item:inlistbox kinds of events</extracomment>
        <translation>故障切换与中断</translation>
    </message>
    <message>
        <source>Links</source>
        <extracomment>@item:inlistbox kinds of events</extracomment>
        <translation>链路</translation>
    </message>
    <message>
        <source>Redundancy</source>
        <extracomment>@item:inlistbox kinds of events</extracomment>
        <translation>冗余</translation>
    </message>
    <message>
        <source>Configuration</source>
        <extracomment>@item:inlistbox kinds of events</extracomment>
        <translation>配置</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>&amp;Bond</source>
        <extracomment>@label:listbox</extracomment>
        <translation>绑定接口(&amp;B)</translation>
    </message>
    <message>
        <source>Bond</source>
        <translation>绑定接口</translation>
    </message>
    <message>
        <source>Whose events are shown; bonds that are gone are in the list too</source>
        <translation>显示哪个绑定接口的事件；已删除的绑定接口也在列表中</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <extracomment>@label:listbox</extracomment>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>Which events are shown</source>
        <translation>显示哪些事件</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <extracomment>@label a date</extracomment>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>“Go” shows the first event from that day on</source>
        <translation>“转到”显示自该日起的第一个事件</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <extracomment>@action:button shows the events of the chosen date</extracomment>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>Go to the date</source>
        <translation>转到该日期</translation>
    </message>
    <message>
        <source>Shows the first event from that day on</source>
        <translation>显示自该日起的第一个事件</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <extracomment>@action:button</extracomment>
        <translation>另存为 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>另存为 CSV</translation>
    </message>
    <message>
        <source>The events that are shown, as a file for a spreadsheet</source>
        <translation>把显示的事件存为电子表格文件</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>@action:button</extracomment>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>All bonds</source>
        <extracomment>@item:inlistbox events of every bond</extracomment>
        <translation>所有绑定接口</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <extracomment>@item:inlistbox %1 a bond that does not exist any more</extracomment>
        <translation>%1（已删除）</translation>
    </message>
    <message>
        <source>Nothing happened from that day on that the filter shows.</source>
        <translation>自该日起没有符合筛选条件的事件。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::HostPage</name>
    <message>
        <source>Try &amp;now</source>
        <extracomment>@action:button connects to a host again</extracomment>
        <translation>立即重试(&amp;N)</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Connects again at once</source>
        <translation>立即重新连接</translation>
    </message>
    <message>
        <source>&amp;Install Bondwright on this host…</source>
        <extracomment>@action:button</extracomment>
        <translation>在这台主机上安装 Bondwright(&amp;I)…</translation>
    </message>
    <message>
        <source>Install Bondwright on this host…</source>
        <translation>在这台主机上安装 Bondwright…</translation>
    </message>
    <message>
        <source>Shows the commands; nothing is done</source>
        <translation>只显示命令；不执行任何操作</translation>
    </message>
    <message>
        <source>%1 has no bondctl: it is polled twice a second (±0.5 s) and cannot be changed from here.</source>
        <extracomment>@info %1 a host</extracomment>
        <translation>%1 没有 bondctl：每秒轮询两次（±0.5 秒），无法从这里更改。</translation>
    </message>
    <message>
        <source>%1 was last seen %2: %3</source>
        <extracomment>@info %1 a host, %2 a time, %3 why</extracomment>
        <translation>%1 最后在线：%2；%3</translation>
    </message>
    <message>
        <source>%1 is not reached</source>
        <extracomment>@info %1 a host</extracomment>
        <translation>未连接上 %1</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <extracomment>@action:button connects to a host again</extracomment>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>A small Linux of its own is started on this computer, as a process of yours. It takes some seconds, and is gone when it is removed from the list.</source>
        <extracomment>@status %1 what the practice host is at, %2 seconds since it was started</extracomment>
        <translation>将在这台计算机上以您的进程启动一个独立的小型 Linux。启动需要几秒，从列表中移除后即消失。</translation>
    </message>
    <message>
        <source>events from before it was connected</source>
        <extracomment>@item something that an older bondctl on a host does not tell</extracomment>
        <translation>连接之前的事件</translation>
    </message>
    <message>
        <source>the plans and switch ports that the diagnosis compares</source>
        <extracomment>@item something that an older bondctl on a host does not tell</extracomment>
        <translation>诊断所比对的方案和交换机端口</translation>
    </message>
    <message>
        <source>the DNS servers and the session that plans are checked against</source>
        <extracomment>@item something that an older bondctl on a host does not tell</extracomment>
        <translation>检查方案时所依据的 DNS 服务器和会话</translation>
    </message>
    <message>
        <source>listening for switches</source>
        <extracomment>@item something that an older bondctl on a host cannot do</extracomment>
        <translation>监听交换机</translation>
    </message>
    <message>
        <source>the NICs&apos; LEDs</source>
        <extracomment>@item something that an older bondctl on a host cannot do</extracomment>
        <translation>网卡指示灯</translation>
    </message>
    <message>
        <source>%1 … %2 s</source>
        <translation>%1……%2 s</translation>
    </message>
    <message>
        <source>%1 runs Bondwright %2, which does not know: %3. Everything else works; update it there.</source>
        <extracomment>@info %1 a host, %2 a release, %3 a list of what is missing</extracomment>
        <translation>%1 运行的是 Bondwright %2，不支持：%3。其余功能均可使用；请在该主机上升级。</translation>
    </message>
    <message>
        <source>%1 has no bondctl: it is polled twice a second (±0.5 s), and changed by a script that reverts by itself unless it is confirmed.</source>
        <extracomment>@info %1 a host</extracomment>
        <translation>%1 上没有 bondctl：每秒轮询两次（±0.5 秒），并通过未确认则自动恢复的脚本进行更改。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::HostTrouble</name>
    <message>
        <source>The bonding driver is not loaded on this host.</source>
        <translation>该主机没有加载 bonding 驱动。</translation>
    </message>
    <message>
        <source>It is loaded when the first bond is made. If that fails, install the kernel&apos;s module package and run “modprobe bonding”.</source>
        <translation>建立第一个绑定接口时会自动加载。如果失败，请安装内核模块软件包并运行“modprobe bonding”。</translation>
    </message>
    <message>
        <source>You may look, but not change anything on this host.</source>
        <translation>您可以查看，但无权更改该主机的配置。</translation>
    </message>
    <message>
        <source>Plans can be made and saved; an administrator applies them.</source>
        <translation>可以制作并保存方案，由管理员应用。</translation>
    </message>
    <message>
        <source>Bonds hold until the next restart; the files are written all the same.</source>
        <translation>绑定接口只保持到下次重启；配置文件仍会写入。</translation>
    </message>
    <message>
        <source>%1 is configured but does not run.</source>
        <translation>%1 已配置，但未运行。</translation>
    </message>
    <message>
        <source>See why: journalctl -b -u bondwright-helper</source>
        <extracomment>@info a command, to be copied</extracomment>
        <translation>查看原因：journalctl -b -u bondwright-helper</translation>
    </message>
    <message>
        <source>Install it, in a terminal: %1</source>
        <extracomment>@info %1 is a command, to be copied</extracomment>
        <translation>在终端中安装：%1</translation>
    </message>
    <message>
        <source>Install the package that contains it: sudo apt install ./bondwright_*.deb</source>
        <extracomment>@info a command, to be copied</extracomment>
        <translation>安装包含它的软件包：sudo apt install ./bondwright_*.deb</translation>
    </message>
    <message>
        <source>The helper does not answer: nothing can be changed on this host now. Monitoring, plans and files for other hosts work.</source>
        <translation>特权助手没有应答：目前无法更改该主机。监视、方案以及为其他主机生成文件仍可使用。</translation>
    </message>
    <message>
        <source>See why: ssh %1 journalctl -b -u bondwright-helper</source>
        <extracomment>@info a command, to be copied; %1 a host</extracomment>
        <translation>查看原因：ssh %1 journalctl -b -u bondwright-helper</translation>
    </message>
    <message>
        <source>No network service that is known here is in charge.</source>
        <translation>没有已知的网络服务在管理。</translation>
    </message>
    <message>
        <source>Everything can be tried on the practice host: a small Linux of its own on this computer, with cables to pull.</source>
        <translation>一切都可以在练习主机上尝试：它是本机上一个独立的小型 Linux，还有可以拔插的网线。</translation>
    </message>
    <message>
        <source>It cannot be broken, and nothing of it reaches this computer&apos;s network.</source>
        <translation>它不会被弄坏，也完全不会影响本机的网络。</translation>
    </message>
    <message>
        <source>It may start with the next restart of the network. “bondctl read” shows its plan; applying that again starts it now.</source>
        <translation>它可能在网络下次重启时启动。“bondctl read”可显示其方案；重新应用该方案可立即启动。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::HostsWindow</name>
    <message>
        <source>Add host…</source>
        <extracomment>@action:button</extracomment>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Watches another host, reached by ssh</source>
        <translation>通过 ssh 监视另一台主机</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>What is marked here is shown on the right</source>
        <translation>在此选中的主机显示在右侧</translation>
    </message>
    <message>
        <source>Connect again</source>
        <extracomment>@action:inmenu connects to a host again</extracomment>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <extracomment>@action:inmenu of the list of hosts, %1 a host</extracomment>
        <translation>从列表中删除 %1</translation>
    </message>
    <message>
        <source>Bondwright — %1</source>
        <extracomment>@title:window %1 a host</extracomment>
        <translation>Bondwright — %1</translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>所有主机</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Group of %1</source>
        <extracomment>@title:window %1 a host</extracomment>
        <translation>%1 的分组</translation>
    </message>
    <message>
        <source>Group in the list of hosts (empty: none)</source>
        <extracomment>@label:listbox</extracomment>
        <translation>主机列表中的分组（留空：无）</translation>
    </message>
    <message>
        <source>no %1</source>
        <extracomment>@status of a host</extracomment>
        <translation>无 %1</translation>
    </message>
    <message>
        <source>Practice host</source>
        <translation>练习主机</translation>
    </message>
    <message>
        <source>Group…</source>
        <extracomment>@action:inmenu of the list of hosts</extracomment>
        <translation>分组…</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ImportDialog</name>
    <message>
        <source>Another host&apos;s files</source>
        <translation>另一台主机的文件</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <extracomment>@action:button</extracomment>
        <translation>读取(&amp;R)</translation>
    </message>
    <message>
        <source>Bonds found</source>
        <translation>找到的绑定接口</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>@action:button</extracomment>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>The program bondctl was not found.</source>
        <translation>没有找到程序 bondctl。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No bond was found there.</source>
        <translation>那里没有找到绑定接口。</translation>
    </message>
    <message numerus="yes">
        <source>%n bond(s) found.</source>
        <translation>
            <numerusform>找到 %n 个绑定接口。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>The marked one is shown beside</source>
        <translation>所选绑定接口显示在旁边</translation>
    </message>
    <message>
        <source>Open in the wizard</source>
        <translation>在向导中打开</translation>
    </message>
    <message>
        <source>Begins a new draft from the marked bond</source>
        <translation>以所选绑定接口开始新的草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>What the files mean appears here.</source>
        <translation>文件的含义将显示在此处。</translation>
    </message>
    <message>
        <source>Choose the other host&apos;s files: its etc folder, the folder that holds it, or a tar archive of it. Nothing there is changed.</source>
        <translation>选择其他主机的文件：其 etc 目录、包含 etc 的目录，或它的 tar 归档。不会更改其中任何内容。</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <extracomment>@label:textbox</extracomment>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Folder or archive with the other host&apos;s files</source>
        <translation>含有其他主机文件的目录或归档</translation>
    </message>
    <message>
        <source>Its etc, the folder that has etc in it, or a tar archive</source>
        <translation>其 etc、包含 etc 的目录，或 tar 归档</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <extracomment>@action:button chooses a folder or file</extracomment>
        <translation>目录(&amp;O)…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Chooses a folder</source>
        <translation>选择目录</translation>
    </message>
    <message>
        <source>&amp;Archive…</source>
        <extracomment>@action:button chooses a file</extracomment>
        <translation>归档(&amp;A)…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Chooses a tar archive</source>
        <translation>选择 tar 归档</translation>
    </message>
    <message>
        <source>Reads the bonds; changes nothing</source>
        <translation>读取绑定接口；不做任何更改</translation>
    </message>
    <message>
        <source>Open in the &amp;wizard</source>
        <extracomment>@action:button</extracomment>
        <translation>在向导中打开(&amp;W)</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.gz *.tgz *.tar.xz *.tar.zst *.tar.bz2)</source>
        <translation>归档文件 (*.tar *.tar.gz *.tgz *.tar.xz *.tar.zst *.tar.bz2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>@info %1 a file, %2 what is wrong with it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>Scrolls with the arrow keys</source>
        <translation>用方向键滚动</translation>
    </message>
    <message>
        <source>These files could not be read.</source>
        <translation>无法读取这些文件。</translation>
    </message>
    <message>
        <source>Enter a folder or an archive first.</source>
        <translation>请先输入文件夹或归档文件。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::InstallDialog</name>
    <message>
        <source>Install Bondwright — %1</source>
        <extracomment>@title:window %1 a host</extracomment>
        <translation>安装 Bondwright — %1</translation>
    </message>
    <message>
        <source>Run these in a terminal, in the folder that holds the packages. Then the host can be changed from here.</source>
        <translation>请在存放软件包的文件夹中，在终端运行这些命令。之后即可从这里更改该主机。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <extracomment>@action:button</extracomment>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>@action:button</extracomment>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::IpEditor</name>
    <message>
        <source>Automatic (DHCP)</source>
        <extracomment>@option:radio</extracomment>
        <translation>自动（DHCP）</translation>
    </message>
    <message>
        <source>Automatic (router advertisements, DHCPv6)</source>
        <translation>自动（路由器通告、DHCPv6）</translation>
    </message>
    <message>
        <source>Manual</source>
        <extracomment>@option:radio</extracomment>
        <translation>手动</translation>
    </message>
    <message>
        <source>Link-local only</source>
        <extracomment>@option:radio IPv6</extracomment>
        <translation>仅链路本地</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>@option:radio no address</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>Addresses</source>
        <extracomment>@label:textbox</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address and prefix length, e.g. %1; several with commas</source>
        <translation>地址和前缀长度，例如 %1；多个用逗号分隔</translation>
    </message>
    <message>
        <source>Gateway</source>
        <extracomment>@label:textbox</extracomment>
        <translation>网关</translation>
    </message>
    <message>
        <source>The router to everything else; empty if there is none</source>
        <translation>通往其他网络的路由器；没有则留空</translation>
    </message>
    <message>
        <source>DNS servers</source>
        <extracomment>@label:textbox</extracomment>
        <translation>DNS 服务器</translation>
    </message>
    <message>
        <source>Several with commas</source>
        <translation>多个用逗号分隔</translation>
    </message>
    <message>
        <source>Search domains</source>
        <extracomment>@label:textbox</extracomment>
        <translation>搜索域</translation>
    </message>
    <message>
        <source>Take over from %1 (%2)</source>
        <extracomment>@option:radio %1 NIC, %2 its address</extracomment>
        <translation>沿用 %1 的地址（%2）</translation>
    </message>
    <message>
        <source>How it gets its IPv4 address</source>
        <translation>IPv4 地址的获取方式</translation>
    </message>
    <message>
        <source>How it gets its IPv6 address</source>
        <translation>IPv6 地址的获取方式</translation>
    </message>
    <message>
        <source>Addresses, gateway and DNS servers move from the NIC to the bond.</source>
        <translation>地址、网关和 DNS 服务器从网卡移到绑定接口。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::MainActions</name>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Create bond…</source>
        <extracomment>@action:intoolbar</extracomment>
        <translation>创建绑定接口…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <extracomment>@action:intoolbar</extracomment>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Change the selected bond with the wizard</source>
        <translation>用向导修改所选绑定接口</translation>
    </message>
    <message>
        <source>Remove…</source>
        <extracomment>@action:intoolbar</extracomment>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Monitor</source>
        <extracomment>@action:intoolbar</extracomment>
        <translation>监视</translation>
    </message>
    <message>
        <source>Test failover…</source>
        <extracomment>@action:intoolbar</extracomment>
        <translation>测试故障切换…</translation>
    </message>
    <message>
        <source>Pull each cable once and measure</source>
        <translation>逐根拔线并测量</translation>
    </message>
    <message>
        <source>Backups…</source>
        <extracomment>@action:intoolbar</extracomment>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Open plan…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>打开方案…</translation>
    </message>
    <message>
        <source>Open a plan file in the wizard</source>
        <translation>在向导中打开方案文件</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>首选项…</translation>
    </message>
    <message>
        <source>Language, units, safety</source>
        <translation>语言、单位、安全</translation>
    </message>
    <message>
        <source>About Bondwright</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>关于 Bondwright</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本与许可</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>@action:intoolbar</extracomment>
        <translation>帮助</translation>
    </message>
    <message>
        <source>What the signs mean, how a change is safe, keys</source>
        <translation>图标含义、更改如何保证安全、快捷键</translation>
    </message>
    <message>
        <source>Bond NICs with the wizard</source>
        <translation>用向导绑定网卡</translation>
    </message>
    <message>
        <source>Remove the selected bond</source>
        <translation>删除选中的绑定接口</translation>
    </message>
    <message>
        <source>Monitor the selected bond live</source>
        <translation>实时监视选中的绑定接口</translation>
    </message>
    <message>
        <source>Show saved configurations and restore one</source>
        <translation>显示已保存的配置并恢复其中一个</translation>
    </message>
    <message>
        <source>Events…</source>
        <extracomment>@action:intoolbar</extracomment>
        <translation>事件…</translation>
    </message>
    <message>
        <source>What happened to all bonds, also those that are gone</source>
        <translation>所有绑定接口的事件，包括已删除的</translation>
    </message>
    <message>
        <source>Duplicate bond…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>复制绑定接口…</translation>
    </message>
    <message>
        <source>Create another bond with the options of the selected one</source>
        <translation>以选中绑定接口的选项创建另一个绑定接口</translation>
    </message>
    <message>
        <source>Save plan of bond…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>保存绑定接口的方案…</translation>
    </message>
    <message>
        <source>The selected bond as a file that can be opened or dropped here</source>
        <translation>把选中的绑定接口存为文件，可在此打开或拖入</translation>
    </message>
    <message>
        <source>Import another host&apos;s files…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>导入其他主机的文件…</translation>
    </message>
    <message>
        <source>Rename bond…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>重命名绑定接口…</translation>
    </message>
    <message>
        <source>Give the selected bond another name</source>
        <translation>为选中的绑定接口改名</translation>
    </message>
    <message>
        <source>Add host…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Watch another host, reached by ssh</source>
        <translation>通过 ssh 监视另一台主机</translation>
    </message>
    <message>
        <source>Read the bonds from an etc folder, a mounted image or a tar archive</source>
        <translation>从 etc 文件夹、已挂载镜像或 tar 归档中读取绑定接口</translation>
    </message>
    <message>
        <source>Practice host</source>
        <extracomment>@action:inmenu opens a computer to learn and try things on</extracomment>
        <translation>练习主机</translation>
    </message>
    <message>
        <source>A host that cannot be broken, with cables to pull</source>
        <translation>一台弄不坏的主机，可以随意拔插网线</translation>
    </message>
    <message>
        <source>Roll out to other hosts…</source>
        <extracomment>@action:inmenu brings a bond to many hosts</extracomment>
        <translation>部署到其他主机…</translation>
    </message>
    <message>
        <source>Make other hosts&apos; bonds like the selected one, with Ansible</source>
        <translation>用 Ansible 使其他主机的绑定接口与所选的相同</translation>
    </message>
    <message>
        <source>This is a recording: nothing can be changed.</source>
        <extracomment>@info:tooltip why an action is off</extracomment>
        <translation>这是录制文件：无法更改任何内容。</translation>
    </message>
    <message>
        <source>Select a bond first.</source>
        <extracomment>@info:tooltip why an action is off</extracomment>
        <translation>请先选择一个绑定接口。</translation>
    </message>
    <message>
        <source>The helper does not answer.</source>
        <extracomment>@info:tooltip why an action is off</extracomment>
        <translation>特权助手没有应答。</translation>
    </message>
    <message>
        <source>Paste plan</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>粘贴方案</translation>
    </message>
    <message>
        <source>Open the plan that was copied in the wizard</source>
        <translation>在向导中打开已复制的方案</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::MainWindow</name>
    <message>
        <source>Bondwright — %1</source>
        <translation>Bondwright — %1</translation>
    </message>
    <message>
        <source>There is no bond on this host yet.</source>
        <translation>该主机还没有绑定接口。</translation>
    </message>
    <message>
        <source>Create the first bond…</source>
        <extracomment>@action:button</extracomment>
        <translation>创建第一个绑定接口…</translation>
    </message>
    <message>
        <source>helper ready</source>
        <extracomment>@status</extracomment>
        <translation>特权助手就绪</translation>
    </message>
    <message>
        <source>NetworkManager %1 in charge</source>
        <translation>由 NetworkManager %1 管理</translation>
    </message>
    <message>
        <source>network service in charge</source>
        <extracomment>@status</extracomment>
        <translation>由 network 服务管理</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) in the last hour</source>
        <translation>
            <numerusform>最近一小时 %n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>recording %1, nothing can be changed</source>
        <extracomment>@status %1 is a file&apos;s name</extracomment>
        <translation>录制文件 %1，不能做任何改动</translation>
    </message>
    <message>
        <source>This draft is not finished: apply it, save it as a plan, or close it first.</source>
        <translation>这份草稿尚未完成：请先应用、保存为方案或关闭。</translation>
    </message>
    <message>
        <source>A bond makes several NICs work as one. The wizard asks what you need, shows every change beforehand, and reverts it by itself if you lose the connection.</source>
        <translation>绑定接口让多块网卡如同一块工作。向导询问您的需求，事先显示每项更改；如果您失去连接，更改会自动恢复。</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>@action:button asks the helper once more</extracomment>
        <translation>重试</translation>
    </message>
    <message>
        <source>no permission for changes</source>
        <extracomment>@status the helper refuses this user</extracomment>
        <translation>没有更改权限</translation>
    </message>
    <message>
        <source>helper does not answer</source>
        <extracomment>@status</extracomment>
        <translation>特权助手没有应答</translation>
    </message>
    <message>
        <source>Opens the events of this host</source>
        <translation>打开该主机的事件</translation>
    </message>
    <message>
        <source>A change is not confirmed yet: it reverts by itself. Close again to leave.</source>
        <translation>有更改尚未确认：它会自动恢复。再次关闭即可退出。</translation>
    </message>
    <message>
        <source>No configuration of %1 could be read: this is what runs now. Check its addresses.</source>
        <translation>无法读取 %1 的配置：采用的是当前运行状态。请检查其地址。</translation>
    </message>
    <message>
        <source>Not understood and left out: %1</source>
        <translation>无法识别而忽略：%1</translation>
    </message>
    <message>
        <source>%1 in charge</source>
        <extracomment>@status %1 is a network service</extracomment>
        <translation>由 %1 管理</translation>
    </message>
    <message>
        <source>Practice host</source>
        <translation>练习主机</translation>
    </message>
    <message>
        <source>There is no bond in this recording.</source>
        <translation>此录制文件中没有绑定接口。</translation>
    </message>
    <message>
        <source>no helper there: changes go by a script</source>
        <extracomment>@status a host without Bondwright</extracomment>
        <translation>那里没有特权助手：由脚本更改</translation>
    </message>
    <message>
        <source>no helper there: nothing can be changed</source>
        <extracomment>@status a host without Bondwright</extracomment>
        <translation>那里没有特权助手：不能更改</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ModePage</name>
    <message>
        <source>Name of the bond</source>
        <translation>绑定接口名称</translation>
    </message>
    <message>
        <source>At most 15 letters, digits, dots, hyphens or underscores, e.g. bond0</source>
        <translation>最多 15 个字母、数字、点、连字符或下划线，例如 bond0</translation>
    </message>
    <message>
        <source>Where the bond is made</source>
        <translation>在哪里建立绑定接口</translation>
    </message>
    <message>
        <source>another host: files in a folder</source>
        <translation>另一台主机：文件夹中的文件</translation>
    </message>
    <message>
        <source>another host: one script</source>
        <translation>另一台主机：一个脚本</translation>
    </message>
    <message>
        <source>RHEL %1 and relatives, ifcfg files</source>
        <translation>RHEL %1 及同类系统，ifcfg 文件</translation>
    </message>
    <message>
        <source>NetworkManager profiles</source>
        <translation>NetworkManager 连接配置</translation>
    </message>
    <message>
        <source>What matters most?</source>
        <extracomment>@title:group</extracomment>
        <translation>最看重什么？</translation>
    </message>
    <message>
        <source>Or choose the mode yourself</source>
        <extracomment>@title:group</extracomment>
        <translation>或自行选择模式</translation>
    </message>
    <message>
        <source>Recommended: mode %1 (%2). %3</source>
        <translation>推荐：模式 %1（%2）。%3</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <extracomment>@label name of the bond</extracomment>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>Fo&amp;r</source>
        <extracomment>@label where the configuration is to be applied</extracomment>
        <translation>应用于(&amp;R)</translation>
    </message>
    <message>
        <source>this host</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Format of the files</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Which network service of the other host is to read them</source>
        <translation>由另一台主机的哪个网络服务读取</translation>
    </message>
    <message>
        <source>On this host: %1</source>
        <extracomment>%1 is a sentence: which network service is in charge</extracomment>
        <translation>该主机：%1</translation>
    </message>
    <message>
        <source>On this host, reverting unless confirmed, or as files for another host</source>
        <translation>应用到此主机（未确认则自动恢复），或生成供其他主机使用的文件</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ModePicture</name>
    <message>
        <source>Picture of the mode</source>
        <translation>模式示意图</translation>
    </message>
    <message>
        <source>Frames take turns over all cables.</source>
        <translation>数据帧轮流走所有链路。</translation>
    </message>
    <message>
        <source>One cable carries everything, the other stands by.</source>
        <translation>一条链路承载全部流量，另一条备用。</translation>
    </message>
    <message>
        <source>Each connection keeps to one cable.</source>
        <translation>每个连接固定走一条链路。</translation>
    </message>
    <message>
        <source>Every frame goes out on all cables.</source>
        <translation>每个帧都从所有链路发出。</translation>
    </message>
    <message>
        <source>Each connection keeps to one cable; both ends agree by LACP.</source>
        <translation>每个连接固定走一条链路，两端通过 LACP 协商。</translation>
    </message>
    <message>
        <source>Sends over all cables, receives over one.</source>
        <translation>所有链路发送，一条链路接收。</translation>
    </message>
    <message>
        <source>Sends and receives over all cables; the switch knows nothing of it.</source>
        <translation>所有链路收发，交换机无需知晓。</translation>
    </message>
    <message>
        <source>host</source>
        <extracomment>@label in the picture of a mode: the computer</extracomment>
        <translation>主机</translation>
    </message>
    <message>
        <source>switch</source>
        <extracomment>@label in the picture of a mode: the network switch</extracomment>
        <translation>交换机</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ModeRow</name>
    <message>
        <source>switch: nothing to set</source>
        <extracomment>@info chip of a mode: nothing to set on the switch</extracomment>
        <translation>交换机：无需配置</translation>
    </message>
    <message>
        <source>switch: static aggregation</source>
        <extracomment>@info chip of a mode</extracomment>
        <translation>交换机：静态聚合</translation>
    </message>
    <message>
        <source>switch: LACP</source>
        <extracomment>@info chip of a mode</extracomment>
        <translation>交换机：LACP</translation>
    </message>
    <message>
        <source>balances both directions</source>
        <extracomment>@info chip of a mode</extracomment>
        <translation>收发负载均衡</translation>
    </message>
    <message>
        <source>balances sending</source>
        <extracomment>@info chip of a mode</extracomment>
        <translation>发送负载均衡</translation>
    </message>
    <message>
        <source>no balancing</source>
        <extracomment>@info chip of a mode</extracomment>
        <translation>不做均衡</translation>
    </message>
    <message>
        <source>recommended</source>
        <extracomment>@info chip of the mode that fits the chosen goal</extracomment>
        <translation>推荐</translation>
    </message>
    <message>
        <source>common</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>survives a dead link</source>
        <extracomment>@info chip of a mode</extracomment>
        <translation>链路容错</translation>
    </message>
    <message>
        <source>does not survive a dead link</source>
        <translation>无链路容错</translation>
    </message>
    <message>
        <source>Mode %1, %2: %3</source>
        <translation>模式 %1，%2：%3</translation>
    </message>
    <message>
        <source>common; recommended with LACP</source>
        <extracomment>@info chip of the commonly used modes</extracomment>
        <translation>常用；支持 LACP 时推荐</translation>
    </message>
    <message>
        <source>Mode %1, %2</source>
        <translation>模式 %1，%2</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::MonitoringPage</name>
    <message>
        <source>The usual way: it notices a pulled cable and a dead port. 100 ms is the usual value.</source>
        <translation>常用方式：能发现拔线和端口失效。通常取 100 ms。</translation>
    </message>
    <message>
        <source>Ask neighbours by &amp;ARP</source>
        <extracomment>@option:radio way of link monitoring</extracomment>
        <translation>用 ARP 探测邻居(&amp;A)</translation>
    </message>
    <message>
        <source>Also notices a dead path behind the switch; needs addresses that always answer.</source>
        <translation>还能发现交换机之后的路径中断；需要始终应答的目标地址。</translation>
    </message>
    <message>
        <source>A dead link is noticed after %1 at most.</source>
        <translation>最迟 %1 后发现链路失效。</translation>
    </message>
    <message>
        <source>A dead link is never noticed.</source>
        <translation>永远不会发现链路失效。</translation>
    </message>
    <message>
        <source>Ask the NIC whether its &amp;link is up (MII)</source>
        <extracomment>@option:radio way of link monitoring</extracomment>
        <translation>向网卡查询链路是否正常（MII）(&amp;L)</translation>
    </message>
    <message>
        <source>Not possible in mode %1: the driver monitors the links itself there.</source>
        <translation>模式 %1 下不可用：该模式由驱动自行监测链路。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::NicPage</name>
    <message>
        <source>Move &amp;up</source>
        <extracomment>@action:button</extracomment>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <extracomment>@action:button</extracomment>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>B&amp;link LED</source>
        <extracomment>@action:button makes the NIC&apos;s lamp blink</extracomment>
        <translation>闪烁指示灯(&amp;L)</translation>
    </message>
    <message>
        <source>Blink LED</source>
        <translation>闪烁指示灯</translation>
    </message>
    <message>
        <source>as that host calls them, with commas, e.g. eth0, eth1</source>
        <translation>按那台主机上的名称填写，用逗号分隔，例如 eth0, eth1</translation>
    </message>
    <message>
        <source>Tick at least two. The first one gives the bond its MAC address.</source>
        <translation>至少勾选两块。第一块网卡的 MAC 地址用作绑定接口的 MAC 地址。</translation>
    </message>
    <message>
        <source>Name at least two, in the order in which they are to be bonded.</source>
        <translation>至少填写两块，按绑定顺序排列。</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>@item:inlistbox no preferred NIC</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>尚未选择。</translation>
    </message>
    <message>
        <source>Chosen, in this order: %1</source>
        <translation>已选（按此顺序）：%1</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>NICs to choose from</source>
        <translation>可供选择的网卡</translation>
    </message>
    <message>
        <source>Space ticks the marked NIC; the order is that of the bond</source>
        <translation>按空格勾选当前网卡；顺序即绑定接口中的顺序</translation>
    </message>
    <message>
        <source>Filter</source>
        <extracomment>@info:placeholder</extracomment>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the NICs</source>
        <translation>筛选网卡</translation>
    </message>
    <message>
        <source>Shows the rows with this text: name, MAC, driver, slot, address</source>
        <translation>只显示含有此文字的行：名称、MAC、驱动、插槽、地址</translation>
    </message>
    <message>
        <source>The marked NIC comes earlier in the bond</source>
        <translation>当前网卡在绑定接口中前移</translation>
    </message>
    <message>
        <source>The marked NIC comes later in the bond</source>
        <translation>当前网卡在绑定接口中后移</translation>
    </message>
    <message>
        <source>The LED of the marked NIC blinks for ten seconds, so that you can find it.</source>
        <translation>当前网卡的指示灯闪烁十秒，便于找到它。</translation>
    </message>
    <message>
        <source>NICs of the other &amp;host</source>
        <extracomment>@label</extracomment>
        <translation>其他主机的网卡(&amp;H)</translation>
    </message>
    <message>
        <source>Names of the other host&apos;s NICs</source>
        <translation>其他主机的网卡名称</translation>
    </message>
    <message>
        <source>Pr&amp;eferred NIC</source>
        <extracomment>@label</extracomment>
        <translation>首选网卡(&amp;E)</translation>
    </message>
    <message>
        <source>Preferred NIC (primary)</source>
        <translation>首选网卡（primary）</translation>
    </message>
    <message>
        <source>Carries the traffic whenever its link is up; with none preferred, the active slave stays.</source>
        <translation>链路正常时总由它承载流量；不设首选时，保持当前的活动成员网卡。</translation>
    </message>
    <message>
        <source>The LED of %1 blinks for ten seconds.</source>
        <translation>%1 的指示灯闪烁十秒。</translation>
    </message>
    <message>
        <source>Remove %1 from the bond</source>
        <extracomment>@action:button %1 NICs that a plan names and this host has not</extracomment>
        <translation>从绑定接口中移除 %1</translation>
    </message>
    <message>
        <source>This host has no such NIC.</source>
        <translation>该主机没有所列的网卡。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::NicPane</name>
    <message>
        <source>&amp;Blink LED</source>
        <extracomment>@action:button makes the NIC&apos;s lamp blink</extracomment>
        <translation>闪烁指示灯(&amp;B)</translation>
    </message>
    <message>
        <source>Blink LED</source>
        <translation>闪烁指示灯</translation>
    </message>
    <message>
        <source>“Create bond…” can bond it.</source>
        <translation>可用“创建绑定接口…”绑定它。</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>@info shown where the kernel tells nothing</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Driver: %1</source>
        <translation>驱动：%1</translation>
    </message>
    <message>
        <source>Permanent MAC: %1</source>
        <translation>永久 MAC：%1</translation>
    </message>
    <message>
        <source>MAC in use: %1</source>
        <translation>当前 MAC：%1</translation>
    </message>
    <message>
        <source>MTU: %1</source>
        <translation>MTU：%1</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>无地址</translation>
    </message>
    <message>
        <source>Addresses: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>Carries the default route, by %1</source>
        <translation>承载默认路由，经由 %1</translation>
    </message>
    <message>
        <source>The LED of this NIC blinks for ten seconds, so that you can find it.</source>
        <translation>该网卡的指示灯闪烁十秒，便于找到它。</translation>
    </message>
    <message numerus="yes">
        <source>Link lost %n time(s) since the host started</source>
        <translation>
            <numerusform>主机启动以来链路断开 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>The LED of %1 blinks for ten seconds.</source>
        <translation>%1 的指示灯闪烁十秒。</translation>
    </message>
    <message>
        <source>The cable ends in: %1</source>
        <extracomment>@info %1 a switch, its port and VLAN</extracomment>
        <translation>网线另一端：%1</translation>
    </message>
    <message>
        <source>Link never lost since the host started</source>
        <translation>主机启动以来链路从未中断</translation>
    </message>
    <message>
        <source>Slot: %1</source>
        <translation>插槽：%1</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::NicRuleDialog</name>
    <message>
        <source>NICs of each host</source>
        <extracomment>@title:window</extracomment>
        <translation>各主机的网卡</translation>
    </message>
    <message>
        <source>The plan names %1. Where the NICs have other names on each host, a rule finds them there; which ones is shown before anything is changed.</source>
        <extracomment>@info %1 list of NICs</extracomment>
        <translation>方案中的网卡为 %1。各主机网卡名称不同时，可由规则在主机上查找；改动之前会显示找到的网卡。</translation>
    </message>
    <message>
        <source>Choose the NICs of each host by a &amp;rule</source>
        <extracomment>@option:check</extracomment>
        <translation>用规则选择各主机的网卡(&amp;R)</translation>
    </message>
    <message>
        <source>any</source>
        <extracomment>@item no such condition</extracomment>
        <translation>不限</translation>
    </message>
    <message>
        <source>up or down</source>
        <extracomment>@item:inlistbox of NICs</extracomment>
        <translation>不限</translation>
    </message>
    <message>
        <source>link up</source>
        <translation>链路正常</translation>
    </message>
    <message>
        <source>link down</source>
        <translation>链路断开</translation>
    </message>
    <message>
        <source>Only NICs that nothing else &amp;uses</source>
        <extracomment>@option:check</extracomment>
        <translation>仅限未被占用的网卡(&amp;U)</translation>
    </message>
    <message>
        <source>All at the same s&amp;witch, as LLDP tells it</source>
        <extracomment>@option:check</extracomment>
        <translation>全部连接同一交换机（依据 LLDP）(&amp;W)</translation>
    </message>
    <message>
        <source>all that fit</source>
        <extracomment>@item any number of NICs</extracomment>
        <translation>全部符合的</translation>
    </message>
    <message>
        <source>&amp;Driver</source>
        <extracomment>@label:textbox</extracomment>
        <translation>驱动(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Speed at least</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>最低速率(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <extracomment>@label:listbox</extracomment>
        <translation>链路(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <extracomment>@label:textbox</extracomment>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;PCI slots</source>
        <extracomment>@label:textbox</extracomment>
        <translation>PCI 插槽(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;MAC addresses</source>
        <extracomment>@label:textbox</extracomment>
        <translation>MAC 地址(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>数量(&amp;H)</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::OptionEditor</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>%1. Default: %2.</source>
        <translation>%1。默认：%2。</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <extracomment>@action:button sets an option back to its default</extracomment>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>恢复默认值：%1</translation>
    </message>
    <message>
        <source>off (0)</source>
        <extracomment>@item:inlistbox value of an option, with the kernel&apos;s number behind</extracomment>
        <translation>关 (0)</translation>
    </message>
    <message>
        <source>on (1)</source>
        <translation>开 (1)</translation>
    </message>
    <message>
        <source>%1. Usual: %2.</source>
        <translation>%1。常用值：%2。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::OptionsPage</name>
    <message>
        <source>The defaults suit most networks. Names are those of the kernel; changed ones are bold.</source>
        <translation>默认值适合大多数网络。选项名与内核一致，已修改的以粗体显示。</translation>
    </message>
    <message>
        <source>Rarely needed</source>
        <extracomment>@action:button unfolds the rarely used options</extracomment>
        <translation>不常用选项</translation>
    </message>
    <message>
        <source>Rarely needed options</source>
        <translation>不常用选项</translation>
    </message>
    <message>
        <source>Unfolds the other options of this mode</source>
        <translation>展开该模式的其他选项</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::OtherHost</name>
    <message>
        <source>The program bondctl was not found.</source>
        <translation>没有找到程序 bondctl。</translation>
    </message>
    <message>
        <source>Install it beside this one.</source>
        <translation>请把它安装在本程序旁边。</translation>
    </message>
    <message>
        <source>These files cannot be made for that release.</source>
        <translation>无法为该版本生成这些文件。</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Choose an empty folder, or allow it to be replaced.</source>
        <translation>请选择空文件夹，或允许覆盖。</translation>
    </message>
    <message>
        <source>It is not said where the files go.</source>
        <translation>没有指定文件的存放位置。</translation>
    </message>
    <message>
        <source>Enter a folder, or the name of the script.</source>
        <translation>请输入文件夹或脚本的名称。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::OutcomeColumn</name>
    <message>
        <source>by DHCP</source>
        <translation>通过 DHCP</translation>
    </message>
    <message>
        <source>not given yet</source>
        <translation>尚未填写</translation>
    </message>
    <message>
        <source>%1, taken over from %2</source>
        <translation>%1，沿用自 %2</translation>
    </message>
    <message>
        <source>link-local only</source>
        <translation>仅链路本地</translation>
    </message>
    <message>
        <source>none for IPv4</source>
        <translation>无 IPv4 地址</translation>
    </message>
    <message>
        <source>What you get</source>
        <extracomment>@title:group column beside the wizard&apos;s pages</extracomment>
        <translation>最终效果</translation>
    </message>
    <message>
        <source>Bond</source>
        <extracomment>@label</extracomment>
        <translation>绑定接口</translation>
    </message>
    <message>
        <source>Notices a dead link</source>
        <extracomment>@label</extracomment>
        <translation>发现链路失效</translation>
    </message>
    <message>
        <source>On the switch</source>
        <extracomment>@label</extracomment>
        <translation>交换机侧</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>@label</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <extracomment>@label</extracomment>
        <translation>中断影响</translation>
    </message>
    <message>
        <source>%1 for some seconds, while it moves into the bond</source>
        <translation>%1 加入绑定接口时中断数秒</translation>
    </message>
    <message>
        <source>after %1 at most</source>
        <translation>最迟 %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>by DHCP, as %1 until now</source>
        <translation>通过 DHCP，与 %1 原来一样</translation>
    </message>
    <message>
        <source>nothing on this host</source>
        <translation>该主机不受影响</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>@info what a change interrupts</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 for some seconds, while it is set up again</source>
        <translation>%1 中断数秒，期间重新建立</translation>
    </message>
    <message>
        <source>connections to %1</source>
        <extracomment>@info what a change interrupts; %1: addresses</extracomment>
        <translation>与 %1 的连接</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::PendingBanner</name>
    <message>
        <source>&amp;Keep</source>
        <extracomment>@action:button keeps the applied change</extracomment>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>保留更改</translation>
    </message>
    <message>
        <source>&amp;Revert now</source>
        <extracomment>@action:button reverts the change</extracomment>
        <translation>立即撤销(&amp;R)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>@action:button hides a message</extracomment>
        <translation>知道了</translation>
    </message>
    <message>
        <source>%1 was removed. Reverting in %2</source>
        <translation>%1 已删除，%2 后自动恢复</translation>
    </message>
    <message>
        <source>A backup was restored. Reverting in %1</source>
        <translation>备份已恢复，%1 后自动撤销</translation>
    </message>
    <message>
        <source>%1 was changed. Reverting in %2</source>
        <translation>%1 已更改，%2 后自动恢复</translation>
    </message>
    <message>
        <source>The countdown ends and the new configuration stays</source>
        <translation>倒计时结束，保留新配置</translation>
    </message>
    <message>
        <source>The configuration from before comes back at once</source>
        <translation>立即恢复之前的配置</translation>
    </message>
    <message>
        <source>Hides this message</source>
        <translation>隐藏此消息</translation>
    </message>
    <message>
        <source>&amp;More time</source>
        <extracomment>@action:button more time before the change reverts</extracomment>
        <translation>延长时间(&amp;M)</translation>
    </message>
    <message>
        <source>More time to decide, once</source>
        <translation>延长一次确认时间</translation>
    </message>
    <message>
        <source>The removal of %1 is kept.</source>
        <translation>已保留对 %1 的删除。</translation>
    </message>
    <message>
        <source>The restored backup is kept.</source>
        <translation>已保留恢复的备份。</translation>
    </message>
    <message>
        <source>The change of %1 is kept.</source>
        <translation>已保留对 %1 的更改。</translation>
    </message>
    <message>
        <source>The change of %1 was reverted; everything is as before. %2</source>
        <translation>对 %1 的更改已撤销；一切与之前相同。%2</translation>
    </message>
    <message>
        <source>The change of %1 failed. %2</source>
        <translation>对 %1 的更改失败。%2</translation>
    </message>
    <message>
        <source>Reverting the change of %1…</source>
        <translation>正在撤销对 %1 的更改…</translation>
    </message>
    <message>
        <source>Revert now</source>
        <translation>立即撤销</translation>
    </message>
    <message>
        <source>Changing %1…</source>
        <translation>正在更改 %1…</translation>
    </message>
    <message>
        <source>%1 is changing %2…</source>
        <extracomment>@status %1 a user, %2 a bond</extracomment>
        <translation>%1 正在更改 %2…</translation>
    </message>
    <message>
        <source>The removal of %1 was reverted; everything is as before. %2</source>
        <extracomment>@status %1 a bond, %2 a sentence: why</extracomment>
        <translation>对 %1 的删除已撤销，一切如前。%2</translation>
    </message>
    <message>
        <source>The removal of %1 failed. %2</source>
        <extracomment>@status %1 a bond, %2 a sentence: why</extracomment>
        <translation>删除 %1 失败。%2</translation>
    </message>
    <message>
        <source>Restoring a backup failed. %1</source>
        <translation>恢复备份失败。%1</translation>
    </message>
    <message>
        <source>Reverting the removal of %1…</source>
        <extracomment>@status %1 a bond</extracomment>
        <translation>正在恢复被删除的 %1…</translation>
    </message>
    <message>
        <source>Removing %1…</source>
        <extracomment>@status %1 a bond</extracomment>
        <translation>正在删除 %1…</translation>
    </message>
    <message>
        <source>Restoring a backup…</source>
        <translation>正在恢复备份…</translation>
    </message>
    <message>
        <source>The restored backup was reverted; everything is as before. %1</source>
        <translation>备份的恢复已撤销，一切如前。%1</translation>
    </message>
    <message>
        <source>Reverting the restored backup…</source>
        <translation>正在撤销备份的恢复…</translation>
    </message>
    <message>
        <source>The same time again, at most 10 minutes from now</source>
        <translation>再增加一次同样的时间，从现在起最多 10 分钟</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::PlanCommands</name>
    <message>
        <source>&lt;MAC of %1&gt;</source>
        <extracomment>to be filled in, in a command; %1 is a NIC</extracomment>
        <translation>&lt;%1 的 MAC 地址&gt;</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::PlanFiles</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>方案 (*.json)</translation>
    </message>
    <message>
        <source>Open plan</source>
        <translation>打开方案</translation>
    </message>
    <message>
        <source>The clipboard holds no plan.</source>
        <translation>剪贴板中没有方案。</translation>
    </message>
    <message>
        <source>Copy one first: the text of a plan file, or “Plan” – “Copy as bondctl command”.</source>
        <translation>请先复制：方案文件的文本，或使用“方案”–“复制为 bondctl 命令”。</translation>
    </message>
    <message>
        <source>%1 is no file with a plan in it.</source>
        <extracomment>@error %1 a path</extracomment>
        <translation>%1 不是含有方案的文件。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <extracomment>@label:listbox</extracomment>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Rates in</source>
        <extracomment>@label:listbox units of data rates</extracomment>
        <translation>速率单位(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Animations</source>
        <extracomment>@label:listbox</extracomment>
        <translation>动画(&amp;A)</translation>
    </message>
    <message>
        <source>bits per second</source>
        <extracomment>@item:inlistbox unit</extracomment>
        <translation>比特每秒</translation>
    </message>
    <message>
        <source>bytes per second</source>
        <extracomment>@item:inlistbox unit</extracomment>
        <translation>字节每秒</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>@label unit seconds, with a leading blank</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>as the desktop has it</source>
        <extracomment>@item:inlistbox animations</extracomment>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>@item:inlistbox animations</extracomment>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>@item:inlistbox animations</extracomment>
        <translation>关</translation>
    </message>
    <message>
        <source>Tell me on the &amp;desktop when a bond fails over or loses redundancy</source>
        <extracomment>@option:check</extracomment>
        <translation>发生故障切换或失去冗余时在桌面通知我(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>@action:button</extracomment>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Takes effect at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>In tables and charts</source>
        <translation>用于表格和图表</translation>
    </message>
    <message>
        <source>Between 10 seconds and 10 minutes</source>
        <translation>10 秒到 10 分钟之间</translation>
    </message>
    <message>
        <source>Moving frames in the pictures of the modes</source>
        <translation>模式示意图中移动的数据帧</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What was changed is kept already</source>
        <translation>更改已自动保存</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>Once for each failover, and when redundancy is lost</source>
        <translation>每次故障切换以及失去冗余时通知一次</translation>
    </message>
    <message>
        <source>Changes revert &amp;unless confirmed within</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>不确认则自动恢复的时限(&amp;U)</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::QuestionDialog</name>
    <message>
        <source>&amp;Trust this key and connect</source>
        <extracomment>@action:button the key of a host is right</extracomment>
        <translation>信任此密钥并连接(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Allow</source>
        <translation>允许(&amp;A)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>@label:textbox %1 a user&apos;s name, %2 what is asked, such as “Password:”</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Authentication — %1</source>
        <extracomment>@title:window %1 a host</extracomment>
        <translation>身份验证 — %1</translation>
    </message>
    <message>
        <source>Authentication is required on %1</source>
        <translation>%1 需要身份验证</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <extracomment>@action:button gives the answer that was typed</extracomment>
        <translation>回答(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>@action:button</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::RehearsalPane</name>
    <message>
        <source>&amp;Rehearse</source>
        <extracomment>@action:button tries the plan in this kernel (once more)</extracomment>
        <translation>预演(&amp;R)</translation>
    </message>
    <message>
        <source>Rehearse the plan</source>
        <translation>预演方案</translation>
    </message>
    <message>
        <source>Tries the plan in this kernel, in namespaces of its own: the host stays as it is</source>
        <translation>在该主机内核的独立命名空间中预演方案：主机保持不变</translation>
    </message>
    <message>
        <source>Rehearse through the &amp;helper</source>
        <extracomment>@action:button</extracomment>
        <translation>通过特权助手预演(&amp;H)</translation>
    </message>
    <message>
        <source>Rehearse through the helper</source>
        <translation>通过特权助手预演</translation>
    </message>
    <message>
        <source>The helper loads the driver and makes the namespaces; it may ask for a password</source>
        <translation>特权助手加载驱动并创建命名空间；可能会要求输入密码</translation>
    </message>
    <message>
        <source>Details of the rehearsal</source>
        <extracomment>@action:button unfolds the chart and the report</extracomment>
        <translation>预演详情</translation>
    </message>
    <message>
        <source>Rehearsing in this kernel…</source>
        <extracomment>@status</extracomment>
        <translation>正在该主机内核中预演…</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::RemoveDialog</name>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>%1 is taken apart and its NICs get back what they had before, as shown here. It reverts unless you confirm it.</source>
        <translation>%1 将被拆除，其网卡恢复为之前的配置，如下所示。不确认则自动恢复。</translation>
    </message>
    <message>
        <source>&amp;Remove %1 on %2</source>
        <extracomment>@action:button %1 a bond, %2 a host&apos;s name</extracomment>
        <translation>删除 %2 上的 %1(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the bond apart; reverts unless confirmed</source>
        <translation>拆除绑定接口；不确认则自动恢复</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::RenameDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>New &amp;name:</source>
        <extracomment>@label:textbox</extracomment>
        <translation>新名称(&amp;N)：</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Up to 15 letters, digits, “.”, “_” and “-”</source>
        <translation>最多 15 个字母、数字、“.”、“_”和“-”</translation>
    </message>
    <message>
        <source>&amp;Rename on %1</source>
        <extracomment>@action:button %1 a host&apos;s name</extracomment>
        <translation>在 %1 上重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Renames the bond; reverts unless confirmed</source>
        <translation>重命名绑定接口；未确认则自动恢复</translation>
    </message>
    <message>
        <source>%1 is created again under its new name, with the same NICs and addresses. It reverts unless you confirm it.</source>
        <translation>%1 将以新名称重新建立，网卡和地址不变。未确认则自动恢复。</translation>
    </message>
    <message>
        <source>No configuration of %1 could be read: it becomes what runs now. Check its addresses.</source>
        <translation>无法读取 %1 的配置：将以当前运行的状态为准。请检查其地址。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ReviewPage</name>
    <message>
        <source>What changes in the files</source>
        <extracomment>@title:group</extracomment>
        <translation>文件改动</translation>
    </message>
    <message>
        <source>On the switch, first</source>
        <extracomment>@title:group</extracomment>
        <translation>先配置交换机</translation>
    </message>
    <message>
        <source>The safety net</source>
        <extracomment>@title:group</extracomment>
        <translation>安全保障</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>@label unit seconds, with a leading blank</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>whatever answered before</source>
        <translation>之前能应答的地址</translation>
    </message>
    <message>
        <source>Address that must answer afterwards</source>
        <translation>应用后必须应答的地址</translation>
    </message>
    <message>
        <source>%1 bonds %2 in mode %3 (%4); address: %5.</source>
        <translation>%1 以模式 %3（%4）绑定 %2；地址：%5。</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>（尚未选择）</translation>
    </message>
    <message>
        <source>Making the files…</source>
        <translation>正在生成文件…</translation>
    </message>
    <message>
        <source>Asking the helper…</source>
        <translation>正在询问特权助手…</translation>
    </message>
    <message>
        <source>No file changes.</source>
        <translation>没有文件改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), as the other host gets them.</source>
        <translation>
            <numerusform>%n 个文件，即另一台主机将得到的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), written for %1.</source>
        <translation>
            <numerusform>%n 个文件，供 %1 使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Between 10 seconds and 10 minutes</source>
        <translation>10 秒到 10 分钟之间</translation>
    </message>
    <message>
        <source>The files are saved first. If you do not confirm in time, if this window or the connection dies, or if the address below does not answer, everything reverts.</source>
        <translation>先备份文件。如果未及时确认、此窗口或连接中断，或下面的地址没有应答，一切自动恢复。</translation>
    </message>
    <message>
        <source>Reverts &amp;unless confirmed within</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>不确认则自动恢复的时限(&amp;U)</translation>
    </message>
    <message>
        <source>Seconds until it reverts by itself</source>
        <translation>自动恢复前的秒数</translation>
    </message>
    <message>
        <source>Must ans&amp;wer afterwards</source>
        <extracomment>@label:textbox</extracomment>
        <translation>应用后必须能 ping 通(&amp;W)</translation>
    </message>
    <message>
        <source>If it does not, everything reverts; empty: what answers now must answer then</source>
        <translation>不通则全部恢复；留空：现在能应答的届时必须能应答</translation>
    </message>
    <message>
        <source>Shown once the errors above are fixed.</source>
        <translation>改正上面的错误后显示。</translation>
    </message>
    <message>
        <source>The files of a new bond, without what other files of this host say: only the helper may read those.</source>
        <translation>新绑定接口的文件，未考虑该主机其他文件的内容：只有特权助手可以读取它们。</translation>
    </message>
    <message>
        <source>No connection is interrupted.</source>
        <translation>不会中断任何连接。</translation>
    </message>
    <message>
        <source>Rehearsed once the errors above are fixed.</source>
        <translation>修正以上错误后即可预演。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::RolloutWindow</name>
    <message>
        <source>Roll out %1</source>
        <extracomment>@title:window %1 bond</extracomment>
        <translation>部署 %1</translation>
    </message>
    <message>
        <source>Bring %1 to other hosts</source>
        <extracomment>@title %1 bond, %2 a host</extracomment>
        <translation>将 %1 部署到其他主机</translation>
    </message>
    <message>
        <source>Make other hosts&apos; %1 like that of %2</source>
        <translation>使其他主机的 %1 与 %2 的相同</translation>
    </message>
    <message>
        <source>Another &amp;plan…</source>
        <extracomment>@action:button</extracomment>
        <translation>其他方案(&amp;P)…</translation>
    </message>
    <message>
        <source>Another plan…</source>
        <translation>其他方案…</translation>
    </message>
    <message>
        <source>Opens a plan file instead</source>
        <translation>改为打开方案文件</translation>
    </message>
    <message>
        <source>&amp;Hosts</source>
        <extracomment>@label:listbox where the hosts come from</extracomment>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>the hosts of this window</source>
        <translation>此窗口的主机</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>The hosts of the window, or those of an Ansible inventory</source>
        <translation>窗口中的主机，或 Ansible 清单中的主机</translation>
    </message>
    <message>
        <source>&amp;Inventory…</source>
        <extracomment>@action:button chooses a file</extracomment>
        <translation>清单(&amp;I)…</translation>
    </message>
    <message>
        <source>Inventory…</source>
        <translation>清单…</translation>
    </message>
    <message>
        <source>Reads the hosts from an Ansible inventory</source>
        <translation>从 Ansible 清单读取主机</translation>
    </message>
    <message>
        <source>&amp;Batches</source>
        <extracomment>@label:textbox</extracomment>
        <translation>批次(&amp;B)</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>How many hosts at a time: numbers and shares, the last one repeats</source>
        <translation>每批的主机数：数量或比例，最后一项会重复</translation>
    </message>
    <message>
        <source>Must &amp;answer</source>
        <extracomment>@label:textbox an address</extracomment>
        <translation>必须应答(&amp;A)</translation>
    </message>
    <message>
        <source>Must answer</source>
        <translation>必须应答</translation>
    </message>
    <message>
        <source>An address that each host must reach after its change</source>
        <translation>每台主机改动后必须能够到达的地址</translation>
    </message>
    <message>
        <source>Reverts unless confirmed &amp;within</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>未确认则自动恢复的时限(&amp;W)</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>@item seconds</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>Reverts unless confirmed within</source>
        <translation>未确认则自动恢复的时限</translation>
    </message>
    <message>
        <source>It is confirmed over a new connection</source>
        <translation>通过新的连接确认</translation>
    </message>
    <message>
        <source>Rehearse in each host&apos;s own &amp;kernel first</source>
        <extracomment>@option:check</extracomment>
        <translation>先在每台主机自己的内核中预演(&amp;K)</translation>
    </message>
    <message>
        <source>Test the &amp;failover of changed hosts, longest outage</source>
        <extracomment>@option:check</extracomment>
        <translation>测试已改动主机的故障切换(&amp;F)，最长中断</translation>
    </message>
    <message>
        <source> ms</source>
        <extracomment>@item milliseconds</extracomment>
        <translation> ms</translation>
    </message>
    <message>
        <source>Longest outage</source>
        <translation>最长中断</translation>
    </message>
    <message>
        <source>A host whose failover takes longer stops the roll-out</source>
        <translation>故障切换超过此时间的主机会使部署停止</translation>
    </message>
    <message>
        <source>Hosts of the roll-out</source>
        <translation>参与部署的主机</translation>
    </message>
    <message>
        <source>Marked ones take part; a selected one&apos;s files are shown below</source>
        <translation>勾选的主机参与部署；下方显示所选主机的文件</translation>
    </message>
    <message>
        <source>&amp;Check all</source>
        <extracomment>@action:button</extracomment>
        <translation>检查全部(&amp;C)</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>检查全部</translation>
    </message>
    <message>
        <source>Rehearses and compares on all hosts at once; nothing is changed</source>
        <translation>在所有主机上同时预演并比较，不作任何改动</translation>
    </message>
    <message>
        <source>&amp;Roll out</source>
        <translation>部署(&amp;R)</translation>
    </message>
    <message>
        <source>Roll out</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Changes the hosts, batch by batch</source>
        <translation>逐批改动主机</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>As a web page or PDF</source>
        <translation>网页或 PDF</translation>
    </message>
    <message>
        <source>Save playbook…</source>
        <translation>保存 playbook…</translation>
    </message>
    <message>
        <source>What Ansible runs; it needs no window to run again</source>
        <translation>Ansible 所运行的内容；无需窗口即可再次运行</translation>
    </message>
    <message>
        <source>There is no other host. Add hosts to the window, or choose an inventory.</source>
        <translation>没有其他主机。请在窗口中添加主机，或选择清单。</translation>
    </message>
    <message>
        <source>No host is marked.</source>
        <translation>没有勾选主机。</translation>
    </message>
    <message>
        <source>Batches are numbers of hosts and shares, such as 1, 10%, 50%.</source>
        <translation>批次为主机数量或比例，例如 1, 10%, 50%。</translation>
    </message>
    <message>
        <source>The failover test needs an address that must answer.</source>
        <translation>故障切换测试需要一个必须应答的地址。</translation>
    </message>
    <message>
        <source>Each host needs an address of its own, such as 192.0.2.11/24: %1.</source>
        <translation>每台主机都需要自己的地址，例如 192.0.2.11/24：%1。</translation>
    </message>
    <message>
        <source>&amp;End now</source>
        <extracomment>@action:button</extracomment>
        <translation>立即结束(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Stop before the next batch</source>
        <translation>在下一批之前停止(&amp;S)</translation>
    </message>
    <message>
        <source>Nothing is changed before “Roll out”. Check first what would change.</source>
        <translation>按“部署”之前不作任何改动。请先检查会改变什么。</translation>
    </message>
    <message>
        <source>Ansible starts…</source>
        <translation>正在启动 Ansible…</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>尚未作任何改动。</translation>
    </message>
    <message>
        <source>Not every host could be checked: what failed is in its row.</source>
        <translation>并非每台主机都能检查：失败的原因见该主机所在行。</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>No further batch begins. Close again to end now: what is not confirmed is reverted by its host.</source>
        <translation>不会再开始新的批次。再次关闭则立即结束：未确认的改动由主机自动恢复。</translation>
    </message>
    <message>
        <source>Save repor&amp;t…</source>
        <extracomment>@action:button</extracomment>
        <translation>保存报告(&amp;T)…</translation>
    </message>
    <message>
        <source>Save pla&amp;ybook…</source>
        <extracomment>@action:button</extracomment>
        <translation>保存 playbook(&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;sudo on the hosts asks for a password</source>
        <extracomment>@option:check</extracomment>
        <translation>主机上的 &amp;sudo 需要密码</translation>
    </message>
    <message>
        <source>sudo on the hosts asks for a password</source>
        <translation>主机上的 sudo 需要密码</translation>
    </message>
    <message>
        <source>It is asked for once, and kept until this window is closed</source>
        <translation>只询问一次，保留到此窗口关闭为止</translation>
    </message>
    <message>
        <source>the marked hosts</source>
        <extracomment>@info whose password is asked for: “Authentication is required on …”</extracomment>
        <translation>已标记的主机</translation>
    </message>
    <message>
        <source>sudo on these hosts asks for the password of the user that ssh logs in as. It is handed to Ansible by a pipe and stands in no file; it is kept until this window is closed.</source>
        <translation>这些主机上的 sudo 会询问 ssh 登录用户的密码。密码通过管道交给 Ansible，不写入任何文件；保留到此窗口关闭为止。</translation>
    </message>
    <message>
        <source>Password for sudo:</source>
        <extracomment>@label:textbox</extracomment>
        <translation>sudo 密码：</translation>
    </message>
    <message>
        <source>sudo did not take the password. Try again: it is asked for anew.</source>
        <translation>sudo 未接受该密码。请重试：将重新询问。</translation>
    </message>
    <message>
        <source>sudo on the hosts asks for a password: mark that above, and try again.</source>
        <translation>主机上的 sudo 需要密码：请勾选上方的选项后重试。</translation>
    </message>
    <message>
        <source>A&amp;ddresses…</source>
        <extracomment>@action:button chooses a file</extracomment>
        <translation>地址(&amp;D)…</translation>
    </message>
    <message>
        <source>Addresses…</source>
        <translation>地址…</translation>
    </message>
    <message>
        <source>Reads the hosts&apos; addresses from a table (CSV): the host in the first column, “address” in another</source>
        <translation>从表格（CSV）读取各主机的地址：第一列为主机，另一列为“address”</translation>
    </message>
    <message>
        <source>Table (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The table names %1 of the %2 hosts.</source>
        <extracomment>@info:status %1 and %2 are numbers of hosts</extracomment>
        <translation>表格中有 %2 台主机中的 %1 台。</translation>
    </message>
    <message>
        <source>&amp;NICs…</source>
        <extracomment>@action:button opens a dialog</extracomment>
        <translation>网卡(&amp;N)…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>@info %1 a host, %2 why it failed</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>NICs…</source>
        <translation>网卡…</translation>
    </message>
    <message>
        <source>Found on each host by a rule: %1</source>
        <extracomment>@info:tooltip %1 the NICs, or the rule that finds them</extracomment>
        <translation>由规则在各主机上查找：%1</translation>
    </message>
    <message>
        <source>On each host those of the plan: %1</source>
        <translation>各主机均使用方案中的网卡：%1</translation>
    </message>
    <message>
        <source>NICs by rule: %1</source>
        <extracomment>@info %1 a rule of NICs</extracomment>
        <translation>按规则选择网卡：%1</translation>
    </message>
    <message>
        <source>The plan holds “{{”, “{%” or “{#”: Ansible would execute here what a host says of itself.</source>
        <translation>方案中含有“{{”、“{%”或“{#”：Ansible 会在本机执行来自主机的内容。</translation>
    </message>
    <message>
        <source>A host on which the plan fails is not changed</source>
        <translation>方案在其上失败的主机不会被更改</translation>
    </message>
    <message>
        <source>Each slave of each changed host loses its link once</source>
        <translation>每台已更改主机的每个成员网卡都会断开链路一次</translation>
    </message>
    <message>
        <source>“%1” is not an address that can be pinged.</source>
        <translation>“%1”不是可以 ping 的地址。</translation>
    </message>
    <message>
        <source>Not understood and left out: %1</source>
        <translation>无法识别而忽略：%1</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::SaveDialog</name>
    <message>
        <source>Saved to %1.</source>
        <extracomment>@info:status %1 is a path</extracomment>
        <translation>已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::SideBar</name>
    <message>
        <source>Bonds</source>
        <extracomment>@title:group list of bonds</extracomment>
        <translation>绑定接口</translation>
    </message>
    <message>
        <source>Bonds with their slaves</source>
        <translation>绑定接口及其成员网卡</translation>
    </message>
    <message>
        <source>No bond yet</source>
        <translation>尚无绑定接口</translation>
    </message>
    <message>
        <source>What is marked here is shown on the right; Enter opens the monitor</source>
        <translation>所选项显示在右侧；按回车打开监视</translation>
    </message>
    <message>
        <source>Free ones first, then those in use, then those that cannot be bonded</source>
        <translation>先列空闲网卡，再列使用中的，最后列不能绑定的</translation>
    </message>
    <message>
        <source>NICs</source>
        <extracomment>@title:group list of NICs</extracomment>
        <translation>网卡</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::StateHeader</name>
    <message>
        <source>Next: %1</source>
        <extracomment>@info what to do next</extracomment>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>%1 (for %2)</source>
        <extracomment>@info %1 a sentence, %2 how long it has been so</extracomment>
        <translation>%1（已持续 %2）</translation>
    </message>
    <message>
        <source>Since %1</source>
        <extracomment>@info:tooltip %1 date and time</extracomment>
        <translation>始于 %1</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::StateIcon</name>
    <message>
        <source>free</source>
        <extracomment>@status</extracomment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>in use</source>
        <extracomment>@status</extracomment>
        <translation>使用中</translation>
    </message>
    <message>
        <source>not usable</source>
        <extracomment>@status</extracomment>
        <translation>不可用</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::StatusPage</name>
    <message>
        <source>Slaves of the bond</source>
        <translation>绑定接口的成员网卡</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>无地址</translation>
    </message>
    <message>
        <source>Addresses: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>Gateway: %1</source>
        <translation>网关：%1</translation>
    </message>
    <message>
        <source>MAC %1 · MTU %2</source>
        <translation>MAC %1 · MTU %2</translation>
    </message>
    <message>
        <source>Links are not monitored: a dead link is never noticed</source>
        <translation>未启用链路监测：永远不会发现链路失效</translation>
    </message>
    <message numerus="yes">
        <source>Partner %1 · aggregator %2 with %n port(s)</source>
        <translation>
            <numerusform>对端 %1 · 聚合组 %2，含 %n 个端口</numerusform>
        </translation>
    </message>
    <message>
        <source>No active aggregator</source>
        <translation>没有活动的聚合组</translation>
    </message>
    <message>
        <source>not told by the kernel</source>
        <extracomment>@info shown instead of a value that the kernel does not tell without privileges</extracomment>
        <translation>内核未提供</translation>
    </message>
    <message>
        <source>%1: aggregator %2; here %3; partner %4</source>
        <translation>%1：聚合组 %2；本端 %3；对端 %4</translation>
    </message>
    <message>
        <source>Make %1 active</source>
        <extracomment>@action:inmenu %1 a slave</extracomment>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>Each with its link, speed and traffic; the menu key offers to make one active</source>
        <translation>列出各成员网卡的链路、速率和流量；按菜单键可将其设为活动</translation>
    </message>
    <message>
        <source>MII link monitoring every %1 ms</source>
        <translation>MII 链路监测间隔 %1 ms</translation>
    </message>
    <message>
        <source>ARP monitoring every %1 ms</source>
        <translation>ARP 监测间隔 %1 ms</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::StepList</name>
    <message>
        <source>Steps of the wizard</source>
        <translation>向导步骤</translation>
    </message>
    <message>
        <source>%1, has errors</source>
        <translation>%1，有错误</translation>
    </message>
    <message>
        <source>%1, has warnings</source>
        <translation>%1，有警告</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1，已完成</translation>
    </message>
    <message>
        <source>Every page can be opened at any time</source>
        <translation>随时可以打开任意页面</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::SwitchPage</name>
    <message>
        <source>Cables</source>
        <extracomment>@title:group where the cables of a bond end</extracomment>
        <translation>网线</translation>
    </message>
    <message>
        <source>&amp;Find out where the cables end</source>
        <extracomment>@action:button</extracomment>
        <translation>查明网线接到哪里(&amp;F)</translation>
    </message>
    <message>
        <source>Find out where the cables end</source>
        <translation>查明网线接到哪里</translation>
    </message>
    <message>
        <source>The helper listens for 35 s for what the switches announce (LLDP)</source>
        <translation>特权助手监听 35 秒，接收交换机的通告（LLDP）</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>@info a slave whose switch has not announced itself</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>@info %1 a slave, %2 where its cable ends</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Listening for up to %1 s…</source>
        <extracomment>@info:status</extracomment>
        <translation>正在监听，最多 %1 秒…</translation>
    </message>
    <message>
        <source>No switch has announced itself by LLDP.</source>
        <translation>没有交换机通过 LLDP 通告自己。</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::SwitchPane</name>
    <message>
        <source>Vendor of the switch</source>
        <translation>交换机厂商</translation>
    </message>
    <message>
        <source>Copy the switch configuration</source>
        <translation>复制交换机配置</translation>
    </message>
    <message>
        <source>Configuration for the switch</source>
        <translation>交换机配置</translation>
    </message>
    <message>
        <source>Decides in whose command language the text is written</source>
        <translation>决定以哪家厂商的命令书写</translation>
    </message>
    <message>
        <source>The text below goes to the clipboard</source>
        <translation>将下方文本复制到剪贴板</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <extracomment>@action:button</extracomment>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Replace the values in angle brackets; read only</source>
        <translation>请替换尖括号中的内容；只读</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::TrafficPage</name>
    <message>
        <source>Traffic of the last two minutes</source>
        <translation>最近两分钟的流量</translation>
    </message>
    <message>
        <source>Received above the line, sent below it, one colour for each slave</source>
        <translation>线上方为接收，下方为发送，每块成员网卡一种颜色</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::VlanEditor</name>
    <message>
        <source>automatic</source>
        <extracomment>@item how a VLAN gets its address</extracomment>
        <translation>自动</translation>
    </message>
    <message>
        <source>link-local only</source>
        <extracomment>@item how a VLAN gets its address</extracomment>
        <translation>仅链路本地</translation>
    </message>
    <message>
        <source>VLANs on top of the bond</source>
        <extracomment>@title:group</extracomment>
        <translation>绑定接口上的 VLAN</translation>
    </message>
    <message>
        <source>The marked one is edited below</source>
        <translation>在下方编辑选中的一项</translation>
    </message>
    <message>
        <source>VLAN</source>
        <extracomment>@title:column</extracomment>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>@title:column</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Add &amp;VLAN</source>
        <extracomment>@action:button</extracomment>
        <translation>添加 VLAN(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Remove VLAN</source>
        <extracomment>@action:button</extracomment>
        <translation>删除 VLAN(&amp;R)</translation>
    </message>
    <message>
        <source>Add VLAN</source>
        <translation>添加 VLAN</translation>
    </message>
    <message>
        <source>A new row with the next free number</source>
        <translation>新增一行，使用下一个可用编号</translation>
    </message>
    <message>
        <source>Remove VLAN</source>
        <translation>删除 VLAN</translation>
    </message>
    <message>
        <source>Removes the marked row</source>
        <translation>删除所选行</translation>
    </message>
    <message>
        <source>VLAN n&amp;umber</source>
        <extracomment>@label:spinbox</extracomment>
        <translation>VLAN 编号(&amp;U)</translation>
    </message>
    <message>
        <source>VLAN number</source>
        <translation>VLAN 编号</translation>
    </message>
    <message>
        <source>Between 1 and 4094, as the switch has it</source>
        <translation>1 到 4094，与交换机一致</translation>
    </message>
    <message>
        <source>Interface na&amp;me</source>
        <extracomment>@label:textbox</extracomment>
        <translation>接口名称(&amp;M)</translation>
    </message>
    <message>
        <source>Name of the VLAN&apos;s interface</source>
        <translation>VLAN 接口的名称</translation>
    </message>
    <message>
        <source>Empty: the bond&apos;s name, a dot and the number</source>
        <translation>留空：绑定接口名、点和编号</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::WizardPage</name>
    <message>
        <source>Goal and mode</source>
        <extracomment>@title a step of the wizard</extracomment>
        <translation>目标与模式</translation>
    </message>
    <message>
        <source>Link monitoring</source>
        <extracomment>@title a step of the wizard</extracomment>
        <translation>链路监测</translation>
    </message>
    <message>
        <source>Options</source>
        <extracomment>@title a step of the wizard</extracomment>
        <translation>选项</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>@title a step of the wizard</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>@title a step of the wizard</extracomment>
        <translation>检查确认</translation>
    </message>
    <message>
        <source>Apply</source>
        <extracomment>@title a step of the wizard</extracomment>
        <translation>应用</translation>
    </message>
    <message>
        <source>What should the bond do for you?</source>
        <translation>您希望绑定接口做什么？</translation>
    </message>
    <message>
        <source>How is a dead link noticed?</source>
        <translation>如何发现链路失效？</translation>
    </message>
    <message>
        <source>Anything special for this mode?</source>
        <translation>此模式需要特别设置吗？</translation>
    </message>
    <message>
        <source>Which address does the bond get?</source>
        <translation>绑定接口使用什么地址？</translation>
    </message>
    <message>
        <source>Is this what you want?</source>
        <translation>确认这些设置吗？</translation>
    </message>
    <message>
        <source>NICs</source>
        <extracomment>@title a step of the wizard</extracomment>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Which network interface cards (NICs) work together?</source>
        <translation>哪些网卡一起工作？</translation>
    </message>
    <message>
        <source>Apply the change</source>
        <translation>应用更改</translation>
    </message>
</context>
<context>
    <name>bondwright::ui::WizardWindow</name>
    <message>
        <source>Create a bond</source>
        <translation>创建绑定接口</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <extracomment>@action:inmenu opens a menu</extracomment>
        <translation>方案(&amp;P)</translation>
    </message>
    <message>
        <source>Plan: open, save, copy</source>
        <translation>方案：打开、保存、复制</translation>
    </message>
    <message>
        <source>&amp;Open plan…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>打开方案(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save plan…</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>保存方案(&amp;S)…</translation>
    </message>
    <message>
        <source>Copy as &amp;bondctl command</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>复制为 bondctl 命令(&amp;B)</translation>
    </message>
    <message>
        <source>Copy as &amp;nmcli commands</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>复制为 nmcli 命令(&amp;N)</translation>
    </message>
    <message>
        <source>← &amp;Back</source>
        <extracomment>@action:button</extracomment>
        <translation>← 上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <extracomment>@action:button</extracomment>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Next →</source>
        <extracomment>@action:button</extracomment>
        <translation>下一步(&amp;N) →</translation>
    </message>
    <message>
        <source>Another change is waiting to be kept or reverted.</source>
        <translation>另有一项更改等待确认或撤销。</translation>
    </message>
    <message>
        <source>Not understood and left out: %1</source>
        <translation>无法识别而忽略：%1</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>The change goes on and reverts by itself unless you keep it in the main window. Close again to leave.</source>
        <translation>更改仍在进行，除非在主窗口确认保留，否则自动恢复。再次关闭即离开。</translation>
    </message>
    <message>
        <source>Close again to throw the draft away, or save it as a plan first.</source>
        <translation>再次关闭将丢弃草稿；也可先保存为方案。</translation>
    </message>
    <message>
        <source>What you get</source>
        <translation>最终效果</translation>
    </message>
    <message>
        <source>Follows the choices: mode, detection time, switch, address, interruption</source>
        <translation>随选择更新：模式、检测时间、交换机、地址、中断</translation>
    </message>
    <message>
        <source>The draft as a file or as commands</source>
        <translation>将草稿保存为文件或复制为命令</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>To the page before; nothing is lost</source>
        <translation>回到上一页，不丢失任何内容</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closes the wizard; with an unfinished draft it asks once</source>
        <translation>关闭向导；草稿未完成时会询问一次</translation>
    </message>
    <message>
        <source>&amp;Apply on %1</source>
        <extracomment>@action:button %1 this host&apos;s name</extracomment>
        <translation>应用到 %1(&amp;A)</translation>
    </message>
    <message>
        <source>Begins; it reverts unless confirmed</source>
        <translation>开始应用；不确认则自动恢复</translation>
    </message>
    <message>
        <source>To the next page</source>
        <translation>到下一页</translation>
    </message>
    <message>
        <source>Fix the errors before applying.</source>
        <translation>请先改正错误再应用。</translation>
    </message>
    <message>
        <source>This is a recording: nothing can be applied. The plan can be saved.</source>
        <translation>这是录制文件：无法应用。方案可以保存。</translation>
    </message>
    <message>
        <source>The helper does not answer: nothing can be applied. The plan can be saved.</source>
        <translation>特权助手没有应答：无法应用。方案可以保存。</translation>
    </message>
    <message>
        <source>Nothing to apply: %1 runs and is configured like this.</source>
        <translation>无需应用：%1 当前的运行状态和配置即为如此。</translation>
    </message>
    <message>
        <source>&amp;Paste plan</source>
        <extracomment>@action:inmenu</extracomment>
        <translation>粘贴方案(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What would change is not known yet.</source>
        <translation>尚不知道会更改什么。</translation>
    </message>
    <message>
        <source>What would change could not be found out: see above.</source>
        <translation>未能查明会更改什么：原因见上。</translation>
    </message>
    <message>
        <source>“%1” is not an address that can be pinged.</source>
        <translation>“%1”不是可以 ping 的地址。</translation>
    </message>
    <message>
        <source>Do this again to throw the draft away, or save it as a plan first.</source>
        <translation>再次执行此操作将丢弃草稿；也可先保存为方案。</translation>
    </message>
</context>
</TS>
