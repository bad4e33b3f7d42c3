<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Diagnosis</name>
    <message numerus="yes">
        <source>%1 does not run as it is configured (%n difference(s)): it will change with the next restart.</source>
        <extracomment>@info cause, %1 bond, %n differences</extracomment>
        <translation>
            <numerusform>%1 does not run as it is configured (%n difference): it will change with the next restart.</numerusform>
            <numerusform>%1 does not run as it is configured (%n differences): it will change with the next restart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another slave has sent %n frame(s) in the last minute.</source>
        <extracomment>@info evidence, %n frames</extracomment>
        <translation>
            <numerusform>Another slave has sent %n frame in the last minute.</numerusform>
            <numerusform>Another slave has sent %n frames in the last minute.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rollout</name>
    <message numerus="yes">
        <source>%n host(s): %1</source>
        <extracomment>@info %2 list: &quot;2 gate passed, 1 waits&quot;</extracomment>
        <translation>
            <numerusform>%n host: %1</numerusform>
            <numerusform>%n hosts: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n NIC(s)</source>
        <extracomment>@info part of a rule of NICs: how many</extracomment>
        <translation>
            <numerusform>%n NIC</numerusform>
            <numerusform>%n NICs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondctl</name>
    <message numerus="yes">
        <source>%1 did not answer for %2 (%n packet(s) lost).</source>
        <translation>
            <numerusform>%1 did not answer for %2 (%n packet lost).</numerusform>
            <numerusform>%1 did not answer for %2 (%n packets lost).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>@info %n lines of a log</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::helper::ActiveTransaction</name>
    <message numerus="yes">
        <source>No answer within %n seconds.</source>
        <translation>
            <numerusform>No answer within %n second.</numerusform>
            <numerusform>No answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::helper::HostProgram</name>
    <message numerus="yes">
        <source>“%1” did not end within %n seconds and was stopped: %2</source>
        <translation>
            <numerusform>“%1” did not end within %n second and was stopped: %2</numerusform>
            <numerusform>“%1” did not end within %n seconds and was stopped: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::host::Session</name>
    <message numerus="yes">
        <source>At most %n targets can be pinged at once.</source>
        <extracomment>@error</extracomment>
        <translation>
            <numerusform>At most %n target can be pinged at once.</numerusform>
            <numerusform>At most %n targets can be pinged at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::models::ChangeSteps</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>@info after some reasons why a change was reverted</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::models::HostWatch</name>
    <message numerus="yes">
        <source>%n bond(s), %1</source>
        <extracomment>@status of a host, %n bonds, %1 how the worst of them is, such as “healthy”</extracomment>
        <translation>
            <numerusform>%n bond, %1</numerusform>
            <numerusform>%n bonds, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::models::HostsModel</name>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n to look at</source>
        <extracomment>@item of the list of hosts: a group of them, %1 its name, %2 &quot;3 hosts&quot;, %n of these</extracomment>
        <translation>
            <numerusform>%1: %2, %n to look at</numerusform>
            <numerusform>%1: %2, %n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ping::SystemPinger</name>
    <message numerus="yes">
        <source>This system&apos;s ping does not let a user ping faster than every %n ms.</source>
        <extracomment>@info</extracomment>
        <translation>
            <numerusform>This system&apos;s ping does not let a user ping faster than every %n ms.</numerusform>
            <numerusform>This system&apos;s ping does not let a user ping faster than every %n ms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::AllHostsPage</name>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bond(s)</source>
        <translation>
            <numerusform>%n bond</numerusform>
            <numerusform>%n bonds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ApplyPage</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ConfigurationPage</name>
    <message numerus="yes">
        <source>%n difference(s) between configuration and running state:</source>
        <translation>
            <numerusform>%n difference between configuration and running state:</numerusform>
            <numerusform>%n differences between configuration and running state:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::CountdownRing</name>
    <message numerus="yes">
        <source>Reverting in %n second(s)</source>
        <translation>
            <numerusform>Reverting in %n second</numerusform>
            <numerusform>Reverting in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::DiffView</name>
    <message numerus="yes">
        <source>… more than %n line(s), the rest is left out</source>
        <translation>
            <numerusform>… more than %n line, the rest is left out</numerusform>
            <numerusform>… more than %n lines, the rest is left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n bond(s) found.</source>
        <translation>
            <numerusform>%n bond found.</numerusform>
            <numerusform>%n bonds found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n event(s) in the last hour</source>
        <translation>
            <numerusform>%n event in the last hour</numerusform>
            <numerusform>%n events in the last hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::NicPane</name>
    <message numerus="yes">
        <source>Link lost %n time(s) since the host started</source>
        <translation>
            <numerusform>Link lost once since the host started</numerusform>
            <numerusform>Link lost %n times since the host started</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::PingPanel</name>
    <message numerus="yes">
        <source>At most %n targets.</source>
        <extracomment>@info:status</extracomment>
        <translation>
            <numerusform>%n target is the most.</numerusform>
            <numerusform>%n targets are the most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::ReviewPage</name>
    <message numerus="yes">
        <source>%n file(s), as the other host gets them.</source>
        <translation>
            <numerusform>%n file, as the other host gets them.</numerusform>
            <numerusform>%n files, as the other host gets them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), written for %1.</source>
        <translation>
            <numerusform>%n file, written for %1.</numerusform>
            <numerusform>%n files, written for %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::StatusPage</name>
    <message numerus="yes">
        <source>Partner %1 · aggregator %2 with %n port(s)</source>
        <translation>
            <numerusform>Partner %1 · aggregator %2 with %n port</numerusform>
            <numerusform>Partner %1 · aggregator %2 with %n ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bondwright::ui::TestSetupPage</name>
    <message numerus="yes">
        <source>If anything dies meanwhile, the helper brings the link up again within %n seconds.</source>
        <extracomment>@info</extracomment>
        <translation>
            <numerusform>If anything dies meanwhile, the helper brings the link up again within %n second.</numerusform>
            <numerusform>If anything dies meanwhile, the helper brings the link up again within %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
