<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CardPainter</name>
    <message numerus="yes">
        <source>Rate lock expired %Ln day(s) ago</source>
        <translation>
            <numerusform>Rate lock expired %Ln day ago</numerusform>
            <numerusform>Rate lock expired %Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rate lock expires in %Ln day(s)</source>
        <translation>
            <numerusform>Rate lock expires in %Ln day</numerusform>
            <numerusform>Rate lock expires in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) in this stage</source>
        <translation>
            <numerusform>%Ln day in this stage</numerusform>
            <numerusform>%Ln days in this stage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::BoardPage</name>
    <message numerus="yes">
        <source>Remove %Ln lead(s)</source>
        <translation>
            <numerusform>Remove %Ln lead</numerusform>
            <numerusform>Remove %Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::BoardView</name>
    <message numerus="yes">
        <source>%Ln more stage(s)</source>
        <translation>
            <numerusform>%Ln more stage</numerusform>
            <numerusform>%Ln more stages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::BulkBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::ColumnView</name>
    <message numerus="yes">
        <source>%1, %Ln lead(s)</source>
        <translation>
            <numerusform>%1, %Ln lead</numerusform>
            <numerusform>%1, %Ln leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::CommandPalette</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>first %Ln</source>
        <translation>
            <numerusform>first %Ln</numerusform>
            <numerusform>first %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::CompareView</name>
    <message numerus="yes">
        <source>%Ln timeline entries</source>
        <translation>
            <numerusform>%Ln timeline entry</numerusform>
            <numerusform>%Ln timeline entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln timeline entries</source>
        <translation>
            <numerusform>more than %Ln timeline entries</numerusform>
            <numerusform>more than %Ln timeline entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::DuplicatesPage</name>
    <message numerus="yes">
        <source>%Ln pair(s), likeliest first</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs, likeliest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likely duplicate(s)</source>
        <translation>
            <numerusform>%Ln likely duplicate</numerusform>
            <numerusform>%Ln likely duplicates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::FilePane</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::FilterBar</name>
    <message numerus="yes">
        <source>%1, %Ln lead(s)</source>
        <translation>
            <numerusform>%1, %Ln lead</numerusform>
            <numerusform>%1, %Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln or more</source>
        <translation>
            <numerusform>%Ln or more</numerusform>
            <numerusform>%Ln or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %Ln day(s)</source>
        <translation>
            <numerusform>within %Ln day</numerusform>
            <numerusform>within %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) or more</source>
        <translation>
            <numerusform>%Ln day or more</numerusform>
            <numerusform>%Ln days or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::FoldedColumn</name>
    <message numerus="yes">
        <source>%Ln stage(s)</source>
        <translation>
            <numerusform>%Ln stage</numerusform>
            <numerusform>%Ln stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::ImportPage</name>
    <message numerus="yes">
        <source>%Ln row(s) saved as %1</source>
        <translation>
            <numerusform>%Ln row saved as %1</numerusform>
            <numerusform>%Ln rows saved as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) taken back</source>
        <translation>
            <numerusform>%Ln lead taken back</numerusform>
            <numerusform>%Ln leads taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) stayed: somebody has worked on them since.</source>
        <translation>
            <numerusform>%Ln lead stayed: somebody has worked on it since.</numerusform>
            <numerusform>%Ln leads stayed: somebody has worked on them since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lead(s)</source>
        <translation>
            <numerusform>%Ln new lead</numerusform>
            <numerusform>%Ln new leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln row(s)</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
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
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::LeadPresenter</name>
    <message numerus="yes">
        <source>rate lock expired %Ln day(s) ago</source>
        <translation>
            <numerusform>rate lock expired %Ln day ago</numerusform>
            <numerusform>rate lock expired %Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rate lock expires in %Ln day(s)</source>
        <translation>
            <numerusform>rate lock expires in %Ln day</numerusform>
            <numerusform>rate lock expires in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) in this stage</source>
        <translation>
            <numerusform>%Ln day in this stage</numerusform>
            <numerusform>%Ln days in this stage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::LeadsPage</name>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln lead</numerusform>
            <numerusform>%Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::MappingPane</name>
    <message numerus="yes">
        <source>%Ln become(s) a field</source>
        <translation>
            <numerusform>%Ln becomes a field</numerusform>
            <numerusform>%Ln become fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::MappingRow</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::MomentText</name>
    <message numerus="yes">
        <source>%Ln day(s) late</source>
        <translation>
            <numerusform>%Ln day late</numerusform>
            <numerusform>%Ln days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::PastImports</name>
    <message numerus="yes">
        <source>%Ln row(s) are in and whole. It can go on where it stopped, or be taken back.</source>
        <translation>
            <numerusform>%Ln row is in and whole. It can go on where it stopped, or be taken back.</numerusform>
            <numerusform>%Ln rows are in and whole. It can go on where it stopped, or be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::PipelineModel</name>
    <message numerus="yes">
        <source>%1, %Ln lead(s), %2 in total, %3 weighted</source>
        <translation>
            <numerusform>%1, %Ln lead, %2 in total, %3 weighted</numerusform>
            <numerusform>%1, %Ln leads, %2 in total, %3 weighted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::Planner</name>
    <message numerus="yes">
        <source>%Ln leads assigned to %1</source>
        <translation>
            <numerusform>%Ln lead assigned to %1</numerusform>
            <numerusform>%Ln leads assigned to %1</numerusform>
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
        <source>%Ln leads moved to %1</source>
        <translation>
            <numerusform>%Ln lead moved to %1</numerusform>
            <numerusform>%Ln leads moved to %1</numerusform>
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
        <source>Tags of %Ln leads changed</source>
        <translation>
            <numerusform>Tags of %Ln lead changed</numerusform>
            <numerusform>Tags of %Ln leads changed</numerusform>
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
        <source>%Ln leads imported</source>
        <translation>
            <numerusform>%Ln lead imported</numerusform>
            <numerusform>%Ln leads imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln leads moved back to %1</source>
        <translation>
            <numerusform>%Ln lead moved back to %1</numerusform>
            <numerusform>%Ln leads moved back to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::RailItem</name>
    <message numerus="yes">
        <source>%1, %Ln waiting</source>
        <translation>
            <numerusform>%1, %Ln waiting</numerusform>
            <numerusform>%1, %Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::ReportCard</name>
    <message numerus="yes">
        <source>%Ln lead(s) came in this period</source>
        <translation>
            <numerusform>%Ln lead came in this period</numerusform>
            <numerusform>%Ln leads came in this period</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::ReportTiles</name>
    <message numerus="yes">
        <source>%Ln loan(s)</source>
        <translation>
            <numerusform>%Ln loan</numerusform>
            <numerusform>%Ln loans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more than before</source>
        <translation>
            <numerusform>%Ln more than before</numerusform>
            <numerusform>%Ln more than before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer than before</source>
        <translation>
            <numerusform>%Ln fewer than before</numerusform>
            <numerusform>%Ln fewer than before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::RunPane</name>
    <message numerus="yes">
        <source>%Ln lead(s) came in before. Keep them, or take all of it back?</source>
        <translation>
            <numerusform>%Ln lead came in before. Keep it, or take all of it back?</numerusform>
            <numerusform>%Ln leads came in before. Keep them, or take all of it back?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation>
            <numerusform>about %Ln second left</numerusform>
            <numerusform>about %Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::SearchPage</name>
    <message numerus="yes">
        <source>first %Ln</source>
        <translation>
            <numerusform>first %Ln</numerusform>
            <numerusform>first %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::StageHeader</name>
    <message numerus="yes">
        <source>%1: %Ln lead(s), %2 in total, %3 weighted</source>
        <translation>
            <numerusform>%1: %Ln lead, %2 in total, %3 weighted</numerusform>
            <numerusform>%1: %Ln leads, %2 in total, %3 weighted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::StartPage</name>
    <message numerus="yes">
        <source>%Ln fictitious leads</source>
        <translation>
            <numerusform>%Ln fictitious lead</numerusform>
            <numerusform>%Ln fictitious leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::Storage</name>
    <message numerus="yes">
        <source>Known since the rescue of %1: %n gap(s) in the log of before.</source>
        <translation>
            <numerusform>Known since the rescue of %1: %n gap in the log of before.</numerusform>
            <numerusform>Known since the rescue of %1: %n gaps in the log of before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TodayAside</name>
    <message numerus="yes">
        <source>Silent for %Ln day(s)</source>
        <translation>
            <numerusform>Silent for %Ln day</numerusform>
            <numerusform>Silent for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln snoozed</source>
        <translation>
            <numerusform>%Ln snoozed</numerusform>
            <numerusform>%Ln snoozed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TodayModel</name>
    <message numerus="yes">
        <source>Silent for %Ln day(s)</source>
        <translation>
            <numerusform>Silent for %Ln day</numerusform>
            <numerusform>Silent for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <translation>
            <numerusform>%Ln late</numerusform>
            <numerusform>%Ln late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln day(s) late</source>
        <translation>
            <numerusform>%1, %Ln day late</numerusform>
            <numerusform>%1, %Ln days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing logged for %Ln day(s)</source>
        <translation>
            <numerusform>Nothing logged for %Ln day</numerusform>
            <numerusform>Nothing logged for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln day(s)</source>
        <comment>stage and time in it</comment>
        <translation>
            <numerusform>%1, %Ln day</numerusform>
            <numerusform>%1, %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TodayPage</name>
    <message numerus="yes">
        <source>%Ln item(s) left</source>
        <translation>
            <numerusform>%Ln item left</numerusform>
            <numerusform>%Ln items left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <translation>
            <numerusform>%Ln late</numerusform>
            <numerusform>%Ln late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::TodaySection</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keyturn::cli::Words</name>
    <message numerus="yes">
        <source>%n failed row(s) saved. Mended, that file can be imported.</source>
        <translation>
            <numerusform>%n failed row saved. Mended, that file can be imported.</numerusform>
            <numerusform>%n failed rows saved. Mended, that file can be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) skipped.</source>
        <translation>
            <numerusform>%n more row skipped.</numerusform>
            <numerusform>%n more rows skipped.</numerusform>
        </translation>
    </message>
</context>
</TS>
