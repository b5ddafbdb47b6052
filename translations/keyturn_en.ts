<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CardPainter</name>
    <message numerus="yes">
        <source>Rate lock expired %n day(s) ago</source>
        <translation>
            <numerusform>Rate lock expired %n day ago</numerusform>
            <numerusform>Rate lock expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rate lock expires in %n day(s)</source>
        <translation>
            <numerusform>Rate lock expires in %n day</numerusform>
            <numerusform>Rate lock expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in this stage</source>
        <translation>
            <numerusform>%n day in this stage</numerusform>
            <numerusform>%n days in this stage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::BoardPage</name>
    <message numerus="yes">
        <source>Remove %n lead(s)</source>
        <translation>
            <numerusform>Remove %n lead</numerusform>
            <numerusform>Remove %n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::BoardView</name>
    <message numerus="yes">
        <source>%n more stage(s)</source>
        <translation>
            <numerusform>%n more stage</numerusform>
            <numerusform>%n more stages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::CommandPalette</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>first %n</source>
        <translation>
            <numerusform>first %n</numerusform>
            <numerusform>first %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::FilterBar</name>
    <message numerus="yes">
        <source>%1, %n lead(s)</source>
        <translation>
            <numerusform>%1, %n lead</numerusform>
            <numerusform>%1, %n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n or more</source>
        <translation>
            <numerusform>%n or more</numerusform>
            <numerusform>%n or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>within %n day</numerusform>
            <numerusform>within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) or more</source>
        <translation>
            <numerusform>%n day or more</numerusform>
            <numerusform>%n days or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::FoldedColumn</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::LeadFields</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can have at most %n characters.</source>
        <translation>
            <numerusform>%1 can have at most %n character.</numerusform>
            <numerusform>%1 can have at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::LeadMover</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::LeadPresenter</name>
    <message numerus="yes">
        <source>rate lock expired %n day(s) ago</source>
        <translation>
            <numerusform>rate lock expired %n day ago</numerusform>
            <numerusform>rate lock expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rate lock expires in %n day(s)</source>
        <translation>
            <numerusform>rate lock expires in %n day</numerusform>
            <numerusform>rate lock expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in this stage</source>
        <translation>
            <numerusform>%n day in this stage</numerusform>
            <numerusform>%n days in this stage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::LeadsPage</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::MomentText</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::PipelineModel</name>
    <message numerus="yes">
        <source>%1, %n lead(s), %2 in total, %3 weighted</source>
        <translation>
            <numerusform>%1, %n lead, %2 in total, %3 weighted</numerusform>
            <numerusform>%1, %n leads, %2 in total, %3 weighted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::Planner</name>
    <message numerus="yes">
        <source>%n leads assigned to %1</source>
        <translation>
            <numerusform>%n lead assigned to %1</numerusform>
            <numerusform>%n leads assigned to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A document needs a file name of at most %n characters.</source>
        <translation>
            <numerusform>A document needs a file name of at most %n character.</numerusform>
            <numerusform>A document needs a file name of at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads changed</source>
        <translation>
            <numerusform>%n lead changed</numerusform>
            <numerusform>%n leads changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads removed</source>
        <translation>
            <numerusform>%n lead removed</numerusform>
            <numerusform>%n leads removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads restored</source>
        <translation>
            <numerusform>%n lead restored</numerusform>
            <numerusform>%n leads restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A name has between 1 and %n characters.</source>
        <translation>
            <numerusform>A name has between 1 and %n character.</numerusform>
            <numerusform>A name has between 1 and %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A reason can have at most %n characters.</source>
        <translation>
            <numerusform>A reason can have at most %n character.</numerusform>
            <numerusform>A reason can have at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads moved to %1</source>
        <translation>
            <numerusform>%n lead moved to %1</numerusform>
            <numerusform>%n leads moved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A tag has between 1 and %n characters.</source>
        <translation>
            <numerusform>A tag has between 1 and %n character.</numerusform>
            <numerusform>A tag has between 1 and %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n leads changed</source>
        <translation>
            <numerusform>Tags of %n lead changed</numerusform>
            <numerusform>Tags of %n leads changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A title can have at most %n characters.</source>
        <translation>
            <numerusform>A title can have at most %n character.</numerusform>
            <numerusform>A title can have at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads imported</source>
        <translation>
            <numerusform>%n lead imported</numerusform>
            <numerusform>%n leads imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::RailItem</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::StageHeader</name>
    <message numerus="yes">
        <source>%1: %n lead(s), %2 in total, %3 weighted</source>
        <translation>
            <numerusform>%1: %n lead, %2 in total, %3 weighted</numerusform>
            <numerusform>%1: %n leads, %2 in total, %3 weighted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::StartPage</name>
    <message numerus="yes">
        <source>%n fictitious leads</source>
        <translation>
            <numerusform>%n fictitious lead</numerusform>
            <numerusform>%n fictitious leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TodayAside</name>
    <message numerus="yes">
        <source>Silent for %n day(s)</source>
        <translation>
            <numerusform>Silent for %n day</numerusform>
            <numerusform>Silent for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <translation>
            <numerusform>%n snoozed</numerusform>
            <numerusform>%n snoozed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TodayModel</name>
    <message numerus="yes">
        <source>Silent for %n day(s)</source>
        <translation>
            <numerusform>Silent for %n day</numerusform>
            <numerusform>Silent for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) late</source>
        <translation>
            <numerusform>%1, %n day late</numerusform>
            <numerusform>%1, %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing logged for %n day(s)</source>
        <translation>
            <numerusform>Nothing logged for %n day</numerusform>
            <numerusform>Nothing logged for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s)</source>
        <comment>stage and time in it</comment>
        <translation>
            <numerusform>%1, %n day</numerusform>
            <numerusform>%1, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TodayPage</name>
    <message numerus="yes">
        <source>%n item(s) left</source>
        <translation>
            <numerusform>%n item left</numerusform>
            <numerusform>%n items left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TodaySection</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
