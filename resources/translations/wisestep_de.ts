<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>bootstrap/__init__</name>
    <message>
        <source>You are signed in to WiseStep. You can close this tab.</source>
        <translation>Sie sind bei WiseStep angemeldet. Sie können diesen Tab schließen.</translation>
    </message>
    <message>
        <source>Sign-in was not completed. You can close this tab and try again in WiseStep.</source>
        <translation>Die Anmeldung wurde nicht abgeschlossen. Sie können diesen Tab schließen und es in WiseStep noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>cli/app_commands</name>
    <message>
        <source>the tray app; a second start raises the first</source>
        <translation>die App im Infobereich; ein zweiter Start holt die erste nach vorn</translation>
    </message>
    <message>
        <source>end the tray app in order; nothing recorded is lost</source>
        <translation>die App im Infobereich geordnet beenden; nichts Aufgezeichnetes geht verloren</translation>
    </message>
    <message>
        <source>a practice day with a practice Actionstep</source>
        <translation>ein Übungstag mit einem Übungs-Actionstep</translation>
    </message>
    <message>
        <source>a practice Actionstep on this computer</source>
        <translation>ein Übungs-Actionstep auf diesem Computer</translation>
    </message>
    <message>
        <source>start without opening the timeline</source>
        <translation>starten, ohne den Zeitverlauf zu öffnen</translation>
    </message>
    <message>
        <source>an invitation: its link or its file</source>
        <translation>eine Einladung: ihr Link oder ihre Datei</translation>
    </message>
    <message>
        <source>how long to wait for its end</source>
        <translation>wie lange auf ihr Ende gewartet wird</translation>
    </message>
    <message>
        <source>drive the whole day by itself and write a report</source>
        <translation>den ganzen Tag selbsttätig durchspielen und einen Bericht schreiben</translation>
    </message>
    <message>
        <source>where the tour writes</source>
        <translation>wohin der Rundgang schreibt</translation>
    </message>
    <message>
        <source>in which the tour lives the day</source>
        <translation>in welchen Farbschemata der Rundgang den Tag durchspielt</translation>
    </message>
    <message>
        <source>The practice day stopped: {why}.</source>
        <translation>Der Übungstag wurde abgebrochen: {why}.</translation>
    </message>
</context>
<context>
    <name>cli/arguments</name>
    <message>
        <source>where the timeline lives</source>
        <translation>wo der Zeitverlauf liegt</translation>
    </message>
    <message>
        <source>print JSON on stdout and nothing else</source>
        <translation>JSON auf der Standardausgabe ausgeben und sonst nichts</translation>
    </message>
</context>
<context>
    <name>cli/autostart_command</name>
    <message>
        <source>start with the computer, or no more; says how it stands</source>
        <translation>mit dem Computer starten oder nicht mehr; nennt den Stand</translation>
    </message>
    <message>
        <source>without it, only says how it stands</source>
        <translation>ohne diese Angabe wird nur der Stand genannt</translation>
    </message>
    <message>
        <source>WiseStep starts when you sign in.</source>
        <translation>WiseStep startet, wenn Sie sich am Computer anmelden.</translation>
    </message>
    <message>
        <source>WiseStep does not start by itself.</source>
        <translation>WiseStep startet nicht von selbst.</translation>
    </message>
</context>
<context>
    <name>cli/connection_commands</name>
    <message>
        <source>show and change settings</source>
        <translation>Einstellungen anzeigen und ändern</translation>
    </message>
    <message>
        <source>sign in to Actionstep</source>
        <translation>bei Actionstep anmelden</translation>
    </message>
    <message>
        <source>forget the sign-in on this computer</source>
        <translation>die Anmeldung auf diesem Computer vergessen</translation>
    </message>
    <message>
        <source>show the connection</source>
        <translation>die Verbindung anzeigen</translation>
    </message>
    <message>
        <source>bring matters and activity types up to date</source>
        <translation>Akten und Tätigkeitsarten auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>show the matters known here</source>
        <translation>die hier bekannten Akten anzeigen</translation>
    </message>
    <message>
        <source>show the activity types</source>
        <translation>die Tätigkeitsarten anzeigen</translation>
    </message>
    <message>
        <source>Connected to {organisation} ({where}) as {user}.</source>
        <translation>Verbunden mit {organisation} ({where}) als {user}.</translation>
    </message>
    <message>
        <source>{matters} matters and {activity_types} activity types are known here.</source>
        <translation>Hier sind {matters} Akten und {activity_types} Tätigkeitsarten bekannt.</translation>
    </message>
    <message>
        <source>The sign-in lasts until {date}, and longer when used.</source>
        <translation>Die Anmeldung gilt bis {date}, bei Benutzung länger.</translation>
    </message>
    <message>
        <source>- reads it from standard input</source>
        <translation>- liest den Wert von der Standardeingabe</translation>
    </message>
    <message>
        <source>read the address the browser ends at from standard input</source>
        <translation>die Adresse, bei der der Browser ankommt, von der Standardeingabe lesen</translation>
    </message>
    <message>
        <source>print the address instead of opening a browser</source>
        <translation>die Adresse ausgeben, statt einen Browser zu öffnen</translation>
    </message>
    <message>
        <source>walk every matter again</source>
        <translation>alle Akten noch einmal durchgehen</translation>
    </message>
    <message>
        <source>Usage: wisestep settings list | get NAME | set NAME VALUE</source>
        <translation>Aufruf: wisestep settings list | get NAME | set NAME WERT</translation>
    </message>
    <message>
        <source>ACTIVITY_TYPES_NON_BILLABLE: no activity type is called “{name}”.</source>
        <translation>ACTIVITY_TYPES_NON_BILLABLE: Keine Tätigkeitsart heißt „{name}“.</translation>
    </message>
    <message>
        <source> in {region}</source>
        <translation> in {region}</translation>
    </message>
    <message>
        <source>Connected to {organisation}{where} as {user}.</source>
        <translation>Verbunden mit {organisation}{where} als {user}.</translation>
    </message>
    <message>
        <source>Syncing right now.</source>
        <translation>Wird gerade abgeglichen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} entries wait to be sent: wisestep outbox.</source>
        <comment>{count} entry waits to be sent: wisestep outbox.</comment>
        <translation>
            <numerusform>{count} Eintrag wartet auf das Senden: wisestep outbox.</numerusform>
            <numerusform>{count} Einträge warten auf das Senden: wisestep outbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} entries were not sent and need you: wisestep entries.</source>
        <comment>{count} entry was not sent and needs you: wisestep entries.</comment>
        <translation>
            <numerusform>{count} Eintrag wurde nicht gesendet und braucht Sie: wisestep entries.</numerusform>
            <numerusform>{count} Einträge wurden nicht gesendet und brauchen Sie: wisestep entries.</numerusform>
        </translation>
    </message>
    <message>
        <source>{matters} matters, {activity_types} activity types: {added} new, {changed} changed, {removed} gone.</source>
        <translation>{matters} Akten, {activity_types} Tätigkeitsarten: {added} neu, {changed} geändert, {removed} entfallen.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt von</translation>
    </message>
    <message>
        <source>(kept, not shown)</source>
        <translation>(gespeichert, wird nicht angezeigt)</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>(nicht gesetzt)</translation>
    </message>
    <message>
        <source>Please sign in to Actionstep in the window that opens.</source>
        <translation>Bitte melden Sie sich in dem Fenster, das sich öffnet, bei Actionstep an.</translation>
    </message>
    <message>
        <source>Disconnected: the sign-in is forgotten on this computer. Actionstep offers no way to withdraw it from here; you can do that in Actionstep.</source>
        <translation>Getrennt: Die Anmeldung ist auf diesem Computer vergessen. Actionstep lässt sie von hier aus nicht widerrufen; das können Sie in Actionstep tun.</translation>
    </message>
    <message>
        <source>There was no connection.</source>
        <translation>Es bestand keine Verbindung.</translation>
    </message>
    <message>
        <source>Last synced {last}, next {following}.</source>
        <translation>Zuletzt abgeglichen {last}, das nächste Mal {following}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of about {of} matters</source>
        <comment>{count} of about {of} matter</comment>
        <translation>
            <numerusform>{count} von etwa {of} Akte</numerusform>
            <numerusform>{count} von etwa {of} Akten</numerusform>
        </translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Aktenzeichen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Billable</source>
        <translation>Abrechenbar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>cli/day_commands</name>
    <message>
        <source>show a day&apos;s rows with their matters and the evidence</source>
        <translation>die Zeilen eines Tages mit ihren Akten und den Belegen anzeigen</translation>
    </message>
    <message>
        <source>show drafts and sent entries</source>
        <translation>Entwürfe und gesendete Einträge anzeigen</translation>
    </message>
    <message>
        <source>send drafts to Actionstep</source>
        <translation>Entwürfe an Actionstep senden</translation>
    </message>
    <message>
        <source>show what waits to be sent, and why</source>
        <translation>anzeigen, was auf das Senden wartet und warum</translation>
    </message>
    <message>
        <source>make drafts of a day&apos;s tagged rows, one for each matter</source>
        <translation>aus den zugeordneten Zeilen eines Tages Entwürfe machen, einen je Akte</translation>
    </message>
    <message>
        <source>put a matter on a row</source>
        <translation>einer Zeile eine Akte zuordnen</translation>
    </message>
    <message>
        <source>add time by hand, as a draft</source>
        <translation>Zeit von Hand erfassen, als Entwurf</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Akte</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>Gearbeitet</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Actionstep</source>
        <translation>Actionstep</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>show what would be sent</source>
        <translation>anzeigen, was gesendet würde</translation>
    </message>
    <message>
        <source>send to closed matters as well</source>
        <translation>auch an geschlossene Akten senden</translation>
    </message>
    <message>
        <source>none if left out</source>
        <translation>ohne Angabe keine</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Draft {entry} added.</source>
        <translation>Entwurf {entry} wurde angelegt.</translation>
    </message>
    <message>
        <source>{count} drafts made.</source>
        <translation>{count} Entwürfe wurden angelegt.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>as 2026-03-16</source>
        <translation>in der Form 2026-03-16</translation>
    </message>
    <message>
        <source>To send to closed matters as well: wisestep send --closed-too.</source>
        <translation>Um auch an geschlossene Akten zu senden: wisestep send --closed-too.</translation>
    </message>
</context>
<context>
    <name>cli/doctor_command</name>
    <message>
        <source>the health of every signal, and what was chosen and why</source>
        <translation>der Zustand aller Signale, und was gewählt wurde und warum</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>from</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Tried before</source>
        <translation>Zuvor versucht</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>Es wird nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>nothing says that there is one</source>
        <translation>nichts deutet auf eine hin</translation>
    </message>
</context>
<context>
    <name>cli/learned_commands</name>
    <message>
        <source>show and change what your corrections taught, and what you call matters</source>
        <translation>anzeigen und ändern, was Ihre Korrekturen lehrten und wie Sie Akten nennen</translation>
    </message>
    <message>
        <source>show the names you gave, and what corrections taught</source>
        <translation>die von Ihnen vergebenen Namen und das aus Korrekturen Gelernte anzeigen</translation>
    </message>
    <message>
        <source>forget a lesson by its number in the list, or all of them</source>
        <translation>etwas Gelerntes anhand seiner Nummer in der Liste vergessen, oder alles</translation>
    </message>
    <message>
        <source>let words mean a matter from now on, and show what that changes</source>
        <translation>Wörter von nun an einer Akte zuordnen und anzeigen, was sich dadurch ändert</translation>
    </message>
    <message>
        <source>take a name back</source>
        <translation>einen Namen zurücknehmen</translation>
    </message>
    <message>
        <source>write everything into a JSON file</source>
        <translation>alles in eine JSON-Datei schreiben</translation>
    </message>
    <message>
        <source>every lesson; the names you gave stay</source>
        <translation>alles Gelernte; die von Ihnen vergebenen Namen bleiben</translation>
    </message>
    <message>
        <source>only show what it would change</source>
        <translation>nur anzeigen, was sich ändern würde</translation>
    </message>
    <message>
        <source>Name you gave</source>
        <translation>Von Ihnen vergebener Name</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Learned from corrections</source>
        <translation>Aus Korrekturen gelernt</translation>
    </message>
    <message>
        <source>What you said</source>
        <translation>Was Sie gesagt haben</translation>
    </message>
    <message numerus="yes">
        <source>{count} lessons forgotten.</source>
        <comment>One lesson forgotten.</comment>
        <translation>
            <numerusform>Eine gelernte Zuordnung wurde vergessen.</numerusform>
            <numerusform>{count} gelernte Zuordnungen wurden vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{text}” means {matter} from now on.</source>
        <translation>„{text}“ steht von nun an für {matter}.</translation>
    </message>
    <message>
        <source>“{text}” means no matter any more.</source>
        <translation>„{text}“ steht für keine Akte mehr.</translation>
    </message>
    <message>
        <source>{phrases} names and {lessons} lessons written to {file}.</source>
        <translation>{phrases} Namen und {lessons} gelernte Zuordnungen wurden in {file} geschrieben.</translation>
    </message>
    <message>
        <source>It changes nothing in the past 90 days.</source>
        <translation>An den vergangenen 90 Tagen ändert sich dadurch nichts.</translation>
    </message>
</context>
<context>
    <name>cli/main</name>
    <message>
        <source>Private time capture for attorneys who bill through Actionstep.</source>
        <translation>Vertrauliche Zeiterfassung für Anwältinnen und Anwälte, die über Actionstep abrechnen.</translation>
    </message>
</context>
<context>
    <name>cli/match_command</name>
    <message>
        <source>say which matter each title means, and why</source>
        <translation>angeben, welche Akte mit jedem Titel gemeint ist und warum</translation>
    </message>
    <message>
        <source>the application the titles belong to</source>
        <translation>die Anwendung, zu der die Titel gehören</translation>
    </message>
    <message>
        <source>a JSON list of matters, in place of the synced ones</source>
        <translation>eine JSON-Liste von Akten anstelle der abgeglichenen</translation>
    </message>
    <message>
        <source>read one title a line from standard input</source>
        <translation>von der Standardeingabe einen Titel je Zeile lesen</translation>
    </message>
</context>
<context>
    <name>cli/privacy_commands</name>
    <message>
        <source>take back what was recorded, at once and for good</source>
        <translation>Aufgezeichnetes sofort und endgültig zurücknehmen</translation>
    </message>
    <message>
        <source>the newest part of the timeline: 15m, 1h</source>
        <translation>der jüngste Teil des Zeitverlaufs: 15m, 1h</translation>
    </message>
    <message>
        <source>everything recorded in one application</source>
        <translation>alles, was in einer Anwendung aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>everything whose title or document contains a text</source>
        <translation>alles, dessen Titel oder Dokument einen Text enthält</translation>
    </message>
    <message>
        <source>and never record that application or text again</source>
        <translation>und diese Anwendung oder diesen Text nie wieder aufzeichnen</translation>
    </message>
</context>
<context>
    <name>cli/property_commands</name>
    <message>
        <source>the six properties of the connection as lines of NAME=VALUE</source>
        <translation>die sechs Eigenschaften der Verbindung als Zeilen NAME=WERT</translation>
    </message>
    <message>
        <source>- reads standard input</source>
        <translation>- liest die Standardeingabe</translation>
    </message>
    <message>
        <source>print the properties as lines that import reads</source>
        <translation>die Eigenschaften als Zeilen ausgeben, die import liest</translation>
    </message>
    <message>
        <source>set the properties of a file, all of them or none</source>
        <translation>die Eigenschaften einer Datei setzen, alle oder keine</translation>
    </message>
    <message>
        <source>show what a file would do to the drafts of a day</source>
        <translation>zeigen, was eine Datei mit den Entwürfen eines Tages täte</translation>
    </message>
    <message>
        <source>today if left out</source>
        <translation>ohne Angabe heute</translation>
    </message>
    <message numerus="yes">
        <source>{count} settings changed.</source>
        <comment>One setting changed.</comment>
        <translation>
            <numerusform>Eine Einstellung geändert.</numerusform>
            <numerusform>{count} Einstellungen geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>cli/record_command</name>
    <message>
        <source>record without a window, until stopped</source>
        <translation>ohne Fenster aufzeichnen, bis zum Abbruch</translation>
    </message>
</context>
<context>
    <name>cli/report_commands</name>
    <message>
        <source>show where the time went: worked, billed and sent</source>
        <translation>anzeigen, wohin die Zeit ging: gearbeitet, abgerechnet und gesendet</translation>
    </message>
    <message>
        <source>write entries into a file for another program</source>
        <translation>Einträge für ein anderes Programm in eine Datei schreiben</translation>
    </message>
    <message>
        <source>take over what another tracker recorded</source>
        <translation>übernehmen, was eine andere Zeiterfassung aufgezeichnet hat</translation>
    </message>
    <message numerus="yes">
        <source>{count} entries written to {file}.</source>
        <comment>One entry written to {file}.</comment>
        <translation>
            <numerusform>Ein Eintrag wurde in {file} geschrieben.</numerusform>
            <numerusform>{count} Einträge wurden in {file} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} stays in windows</source>
        <comment>One stay in a window</comment>
        <translation>
            <numerusform>Ein Aufenthalt in einem Fenster</numerusform>
            <numerusform>{count} Aufenthalte in Fenstern</numerusform>
        </translation>
    </message>
    <message>
        <source>without it, a file named after the dates, here</source>
        <translation>ohne diese Angabe eine nach den Daten benannte Datei im aktuellen Ordner</translation>
    </message>
    <message>
        <source>replace the file if it exists</source>
        <translation>eine vorhandene Datei ersetzen</translation>
    </message>
    <message>
        <source>the first day, as 2026-03-01; without it, the first of the month</source>
        <translation>der erste Tag in der Form 2026-03-01; ohne diese Angabe der Monatserste</translation>
    </message>
    <message>
        <source>the first day, as 2026-03-01; without it, that of the earliest entry</source>
        <translation>der erste Tag in der Form 2026-03-01; ohne diese Angabe der des frühesten Eintrags</translation>
    </message>
    <message>
        <source>as written by “Export all buckets”</source>
        <translation>wie von „Export all buckets“ geschrieben</translation>
    </message>
    <message>
        <source>only show what it would add</source>
        <translation>nur anzeigen, was hinzukäme</translation>
    </message>
    <message>
        <source>where the file does not say when somebody was there, count every window as work</source>
        <translation>wo die Datei nicht sagt, wann jemand da war, jedes Fenster als Arbeit zählen</translation>
    </message>
    <message>
        <source>LEDES takes only what is billed: {count} entries were left out.</source>
        <translation>LEDES enthält nur, was abgerechnet wird: {count} Einträge wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Nothing new: everything in the file is in the timeline already.</source>
        <translation>Nichts Neues: Alles aus der Datei steht schon im Zeitverlauf.</translation>
    </message>
    <message>
        <source>{stays} ({time}) from {first} to {last}; somebody was there for {worked}.</source>
        <translation>{stays} ({time}) vom {first} bis zum {last}; davon war {worked} jemand da.</translation>
    </message>
    <message>
        <source>{time} were left out: they are in the timeline already.</source>
        <translation>{time} wurden ausgelassen: Sie stehen schon im Zeitverlauf.</translation>
    </message>
    <message numerus="yes">
        <source>Of {count} nothing but the time is kept.</source>
        <comment>Of one nothing but the time is kept.</comment>
        <translation>
            <numerusform>Von einem bleibt nichts als die Zeit.</numerusform>
            <numerusform>Von {count} bleibt nichts als die Zeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>the last day, which is included</source>
        <translation>der letzte Tag; er gehört dazu</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>They are in the timeline now.</source>
        <translation>Sie stehen jetzt im Zeitverlauf.</translation>
    </message>
</context>
<context>
    <name>cli/selftest_command</name>
    <message>
        <source>{passed} passed, {failed} failed, {not_run} not run, in {seconds} seconds.</source>
        <translation>{passed} bestanden, {failed} nicht bestanden, {not_run} nicht ausgeführt, in {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>see whether everything works on this computer; keeps and changes nothing</source>
        <translation>prüfen, ob auf diesem Computer alles funktioniert; behält und ändert nichts</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>leave the throw-away folder, to look for a fault</source>
        <translation>den Wegwerf-Ordner stehen lassen, um einen Fehler zu suchen</translation>
    </message>
</context>
<context>
    <name>cli/sent_commands</name>
    <message>
        <source>show what Actionstep has of a day, made here or elsewhere</source>
        <translation>anzeigen, was Actionstep von einem Tag hat, hier oder anderswo erfasst</translation>
    </message>
    <message>
        <source>change a sent entry, here and in Actionstep</source>
        <translation>einen gesendeten Eintrag ändern, hier und in Actionstep</translation>
    </message>
    <message>
        <source>make an entry a draft again: deleted in Actionstep if sent, held back if not yet</source>
        <translation>einen Eintrag wieder zum Entwurf machen: gesendet wird er in Actionstep gelöscht, sonst zurückgehalten</translation>
    </message>
    <message>
        <source>Entry {entry} is deleted in Actionstep and a draft again here.</source>
        <translation>Eintrag {entry} ist in Actionstep gelöscht und hier wieder ein Entwurf.</translation>
    </message>
    <message>
        <source>show what was known at the last look</source>
        <translation>anzeigen, was beim letzten Nachsehen bekannt war</translation>
    </message>
    <message>
        <source>Entry {entry} is changed in Actionstep.</source>
        <translation>Eintrag {entry} ist in Actionstep geändert.</translation>
    </message>
    <message>
        <source>even if somebody changed it in Actionstep</source>
        <translation>auch wenn ihn jemand in Actionstep geändert hat</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>On bill</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Entry {entry} is held back and a draft again.</source>
        <translation>Eintrag {entry} wird zurückgehalten und ist wieder ein Entwurf.</translation>
    </message>
</context>
<context>
    <name>cli/team_commands</name>
    <message>
        <source>the team whose settings hold, and what it decides</source>
        <translation>das Team, dessen Einstellungen gelten, und was es festlegt</translation>
    </message>
    <message>
        <source>make a team and publish its first profile</source>
        <translation>ein Team anlegen und sein erstes Profil veröffentlichen</translation>
    </message>
    <message>
        <source>put a setting into the draft; a blank value takes it out</source>
        <translation>eine Einstellung in den Entwurf setzen; ein leerer Wert nimmt sie heraus</translation>
    </message>
    <message>
        <source>publish the draft</source>
        <translation>den Entwurf veröffentlichen</translation>
    </message>
    <message>
        <source>make an invitation: a link and a file</source>
        <translation>eine Einladung erstellen: Link und Datei</translation>
    </message>
    <message>
        <source>join a team</source>
        <translation>einem Team beitreten</translation>
    </message>
    <message>
        <source>ask for the newest settings now</source>
        <translation>die neuesten Einstellungen jetzt abfragen</translation>
    </message>
    <message>
        <source>ask for the settings somewhere else from now on</source>
        <translation>die Einstellungen von nun an woanders abfragen</translation>
    </message>
    <message>
        <source>let another team&apos;s settings hold; none for no team&apos;s</source>
        <translation>die Einstellungen eines anderen Teams gelten lassen; none für keines</translation>
    </message>
    <message>
        <source>leave the team; your own settings hold again</source>
        <translation>das Team verlassen; Ihre eigenen Einstellungen gelten wieder</translation>
    </message>
    <message>
        <source>make a key of your own, and the request for the owner</source>
        <translation>einen eigenen Schlüssel anlegen und die Anfrage an den Inhaber</translation>
    </message>
    <message>
        <source>let somebody publish, by their request</source>
        <translation>jemanden veröffentlichen lassen, anhand der Anfrage</translation>
    </message>
    <message>
        <source>let somebody publish no longer</source>
        <translation>jemanden nicht mehr veröffentlichen lassen</translation>
    </message>
    <message>
        <source>the owner&apos;s key, to be kept on paper</source>
        <translation>der Schlüssel des Inhabers, zum Aufbewahren auf Papier</translation>
    </message>
    <message>
        <source>take the owner&apos;s key from standard input</source>
        <translation>den Schlüssel des Inhabers von der Standardeingabe übernehmen</translation>
    </message>
    <message>
        <source>{team}, version {version}, by {name}</source>
        <translation>{team}, Version {version}, von {name}</translation>
    </message>
    <message>
        <source>teams: settings that a firm shares</source>
        <translation>Teams: Einstellungen, die eine Kanzlei teilt</translation>
    </message>
    <message>
        <source>of the team</source>
        <translation>des Teams</translation>
    </message>
    <message>
        <source>your name, as the others see it</source>
        <translation>Ihr Name, wie die anderen ihn sehen</translation>
    </message>
    <message>
        <source>a folder everybody in the firm can read</source>
        <translation>ein Ordner, den alle in der Kanzlei lesen können</translation>
    </message>
    <message>
        <source>write it to be uploaded, where the place is an address</source>
        <translation>zum Hochladen in eine Datei schreiben, wenn der Ort eine Adresse ist</translation>
    </message>
    <message>
        <source>for how long it is good; 0 for ever</source>
        <translation>wie viele Tage sie gilt; 0 für immer</translation>
    </message>
    <message>
        <source>and the client secret, sealed under a code</source>
        <translation>samt dem Client-Geheimnis, versiegelt mit einem Code</translation>
    </message>
    <message>
        <source>write the invitation there too</source>
        <translation>die Einladung auch dorthin schreiben</translation>
    </message>
    <message>
        <source>opens a sealed secret; - reads it from standard input</source>
        <translation>öffnet ein versiegeltes Secret; - liest ihn von der Standardeingabe</translation>
    </message>
    <message>
        <source>the settings of the team in force go on</source>
        <translation>die Einstellungen des bisherigen Teams gelten weiter</translation>
    </message>
    <message>
        <source>the folder or the https address where they are now</source>
        <translation>der Ordner oder die https-Adresse, wo sie jetzt sind</translation>
    </message>
    <message>
        <source>There are changes that are not published.</source>
        <translation>Einige Änderungen sind nicht veröffentlicht.</translation>
    </message>
    <message numerus="yes">
        <source>{count} settings changed.</source>
        <comment>{count} setting changed.</comment>
        <translation>
            <numerusform>{count} Einstellung geändert.</numerusform>
            <numerusform>{count} Einstellungen geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code, to be told another way: {code}</source>
        <translation>Code, auf anderem Weg mitzuteilen: {code}</translation>
    </message>
    <message>
        <source>No team&apos;s settings hold now.</source>
        <translation>Zurzeit gelten die Einstellungen keines Teams.</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gilt</translation>
    </message>
</context>
<context>
    <name>cli/updates_command</name>
    <message>
        <source>whether there is a newer version; nothing is installed</source>
        <translation>ob es eine neuere Version gibt; installiert wird nichts</translation>
    </message>
    <message>
        <source>ask now, as the settings say where</source>
        <translation>jetzt fragen, und zwar dort, wo es die Einstellungen sagen</translation>
    </message>
    <message>
        <source>say no more of that version</source>
        <translation>von dieser Version nichts mehr sagen</translation>
    </message>
</context>
<context>
    <name>cli/upkeep_commands</name>
    <message>
        <source>show what is stored, and how large it is</source>
        <translation>anzeigen, was gespeichert ist und wie groß es ist</translation>
    </message>
    <message>
        <source>delete for good what is older than retention.days says</source>
        <translation>endgültig löschen, was älter ist, als retention.days sagt</translation>
    </message>
    <message>
        <source>write everything that is kept into a file of JSON lines</source>
        <translation>alles Aufbewahrte in eine Datei mit JSON-Zeilen schreiben</translation>
    </message>
    <message>
        <source>delete the timeline, its copies, its log and its key</source>
        <translation>die Zeitleiste, ihre Kopien, ihr Protokoll und ihren Schlüssel löschen</translation>
    </message>
    <message>
        <source>only show what would be deleted</source>
        <translation>nur anzeigen, was gelöscht würde</translation>
    </message>
    <message>
        <source>also what has a matter and was never sent; it is lost then</source>
        <translation>auch, was eine Akte hat und nie gesendet wurde; es ist dann verloren</translation>
    </message>
    <message>
        <source>yes, the clock is right, though it went far ahead</source>
        <translation>ja, die Uhr stimmt, obwohl sie weit vorgegangen ist</translation>
    </message>
    <message>
        <source>replace a file that is there</source>
        <translation>eine vorhandene Datei ersetzen</translation>
    </message>
    <message>
        <source>yes, delete everything for good</source>
        <translation>ja, alles endgültig löschen</translation>
    </message>
    <message>
        <source>Everything is kept.</source>
        <translation>Alles bleibt erhalten.</translation>
    </message>
    <message>
        <source>Everything was deleted: the timeline, its copies, its log and its key.</source>
        <translation>Alles wurde gelöscht: die Zeitleiste, ihre Kopien, ihr Protokoll und ihr Schlüssel.</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>Was gespeichert ist</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Auf der Festplatte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>shell/app</name>
    <message>
        <source>Everything was deleted: the timeline, its copies, its log and its key. WiseStep has closed.</source>
        <translation>Alles wurde gelöscht: die Zeitleiste, ihre Kopien, ihr Protokoll und ihr Schlüssel. WiseStep hat sich beendet.</translation>
    </message>
    <message>
        <source>You have joined the team. Connect to Actionstep to see your matters.</source>
        <translation>Sie sind dem Team beigetreten. Verbinden Sie sich mit Actionstep, um Ihre Akten zu sehen.</translation>
    </message>
</context>
<context>
    <name>shell/capture_sentences</name>
    <message>
        <source>There is no display to watch. Start WiseStep inside your desktop session.</source>
        <translation>Es gibt keinen Bildschirm zu beobachten. Starten Sie WiseStep in Ihrer grafischen Sitzung.</translation>
    </message>
    <message>
        <source>This desktop does not tell which window is in front, so nothing can be recorded.</source>
        <translation>Diese Arbeitsumgebung verrät nicht, welches Fenster vorn ist; daher kann nichts aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>The display went away, so recording ended. All time until then is kept.</source>
        <translation>Der Bildschirm ist weggefallen, daher endete die Aufzeichnung. Alle Zeit bis dahin ist gespeichert.</translation>
    </message>
    <message>
        <source>Recording stopped because of a fault in WiseStep; it begins again by itself. All time until then is kept.</source>
        <translation>Die Aufzeichnung hielt wegen eines Fehlers in WiseStep an; sie beginnt von selbst wieder. Alle Zeit bis dahin ist gespeichert.</translation>
    </message>
    <message>
        <source>Recording is not made for this system. Reviewing and sending work.</source>
        <translation>Die Aufzeichnung ist für dieses System nicht gemacht. Prüfen und Senden funktionieren.</translation>
    </message>
    <message>
        <source>WiseStep is recording already in another window. Nothing is recorded twice.</source>
        <translation>WiseStep zeichnet schon in einem anderen Fenster auf. Nichts wird doppelt aufgezeichnet.</translation>
    </message>
    <message>
        <source>Recording in this way is not made for this system.</source>
        <translation>Diese Art der Aufzeichnung ist für dieses System nicht gemacht.</translation>
    </message>
    <message>
        <source>Recording in this way is made for Windows only.</source>
        <translation>Diese Art der Aufzeichnung gibt es nur unter Windows.</translation>
    </message>
    <message>
        <source>WiseStep runs outside your desktop session, as a service does, so no window can be seen. Start it when you are signed in.</source>
        <translation>WiseStep läuft außerhalb Ihrer grafischen Sitzung, wie es ein Dienst tut; daher ist kein Fenster zu sehen. Starten Sie es, wenn Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>No Wayland desktop answers here, so nothing can be recorded in this way.</source>
        <translation>Hier antwortet keine Wayland-Umgebung; auf diese Weise kann nichts aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>A part of WiseStep for Wayland is not installed, so nothing can be recorded.</source>
        <translation>Ein Teil von WiseStep für Wayland ist nicht installiert; daher kann nichts aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>This desktop does not tell which window is in front, so nothing is recorded.</source>
        <translation>Diese Arbeitsumgebung verrät nicht, welches Fenster vorn ist; daher wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>KDE&apos;s window manager does not take our script, so nothing can be recorded in this way.</source>
        <translation>Die Fensterverwaltung von KDE nimmt unser Skript nicht an; auf diese Weise kann nichts aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>No GNOME Shell answers here, so nothing can be recorded in this way.</source>
        <translation>Hier antwortet keine GNOME Shell; auf diese Weise kann nichts aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>GNOME does not tell which window is in front without an extension, so nothing is recorded yet.</source>
        <translation>GNOME verrät ohne eine Erweiterung nicht, welches Fenster vorn ist; daher wird noch nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>No session bus answers here, so this desktop cannot be asked.</source>
        <translation>Hier antwortet kein Sitzungsbus; daher lässt sich diese Arbeitsumgebung nicht befragen.</translation>
    </message>
    <message>
        <source>The session bus went away; what came from it is off until the next start.</source>
        <translation>Der Sitzungsbus ist weggefallen; was von ihm kam, fehlt bis zum nächsten Start.</translation>
    </message>
    <message>
        <source>Only older programs can be seen on this desktop; time in others is not told apart.</source>
        <translation>In dieser Arbeitsumgebung sind nur ältere Programme zu sehen; Zeit in anderen wird nicht unterschieden.</translation>
    </message>
    <message>
        <source>WiseStep may not read window titles on this Mac, so only applications are recorded. Allow it under Privacy &amp; Security, Accessibility.</source>
        <translation>WiseStep darf auf diesem Mac keine Fenstertitel lesen, daher werden nur Anwendungen aufgezeichnet. Erlauben Sie es unter „Datenschutz &amp; Sicherheit“, „Bedienungshilfen“.</translation>
    </message>
    <message>
        <source>Windows show no titles any more, so no matter can be recognised. The time itself is kept and marked.</source>
        <translation>Fenster zeigen keine Titel mehr, daher wird keine Akte erkannt. Die Zeit selbst wird gespeichert und gekennzeichnet.</translation>
    </message>
    <message>
        <source>Windows does not tell changes at once, so they are seen up to a second late.</source>
        <translation>Windows meldet Wechsel nicht sofort; sie werden bis zu einer Sekunde später gesehen.</translation>
    </message>
    <message>
        <source>This desktop does not tell where a document lies; titles are all there is.</source>
        <translation>Diese Arbeitsumgebung verrät nicht, wo ein Dokument liegt; es gibt nur Titel.</translation>
    </message>
    <message>
        <source>The application in front is slow to tell its document&apos;s place; nobody waits for it.</source>
        <translation>Die Anwendung im Vordergrund nennt den Ort ihres Dokuments nur langsam; darauf wird nicht gewartet.</translation>
    </message>
    <message>
        <source>Nobody tells how long nothing was touched, so every window in front counts as work.</source>
        <translation>Niemand meldet, wie lange nichts berührt wurde; daher zählt jedes Fenster im Vordergrund als Arbeit.</translation>
    </message>
    <message>
        <source>This display does not tell when somebody was there, so all time counts.</source>
        <translation>Dieser Bildschirm meldet nicht, wann jemand da war; daher zählt alle Zeit.</translation>
    </message>
    <message>
        <source>This desktop does not tell how long nothing was touched.</source>
        <translation>Diese Arbeitsumgebung meldet nicht, wie lange nichts berührt wurde.</translation>
    </message>
    <message>
        <source>GNOME does not tell how long nothing was touched.</source>
        <translation>GNOME meldet nicht, wie lange nichts berührt wurde.</translation>
    </message>
    <message>
        <source>The desktop takes long to tell how long nothing was touched; its last answer counts.</source>
        <translation>Die Arbeitsumgebung braucht lange, um zu melden, wie lange nichts berührt wurde; ihre letzte Antwort zählt.</translation>
    </message>
    <message>
        <source>Only a rough hint tells when nothing is touched, so pauses begin late.</source>
        <translation>Nur ein grober Hinweis meldet, wann nichts berührt wird; daher beginnen Pausen spät.</translation>
    </message>
    <message>
        <source>Windows does not tell how long nothing was touched, so all time counts as present.</source>
        <translation>Windows meldet nicht, wie lange nichts berührt wurde; daher zählt alle Zeit als anwesend.</translation>
    </message>
    <message>
        <source>Lock and sleep are told apart by the clocks alone, since there is no system bus.</source>
        <translation>Sperre und Ruhezustand werden allein an den Uhren erkannt, denn es gibt keinen Systembus.</translation>
    </message>
    <message>
        <source>Lock and sleep are told apart by the clocks alone, since no login manager answers.</source>
        <translation>Sperre und Ruhezustand werden allein an den Uhren erkannt, denn keine Anmeldeverwaltung antwortet.</translation>
    </message>
    <message>
        <source>Lock and sleep are told apart by the clocks alone, since this is no login session.</source>
        <translation>Sperre und Ruhezustand werden allein an den Uhren erkannt, denn dies ist keine Anmeldesitzung.</translation>
    </message>
    <message>
        <source>No screen saver answers, so a lock is not told by one.</source>
        <translation>Kein Bildschirmschoner antwortet; eine Sperre wird daher nicht von ihm gemeldet.</translation>
    </message>
    <message>
        <source>Nobody tells when the screen is locked; after the idle limit it counts as away.</source>
        <translation>Niemand meldet, wann der Bildschirm gesperrt ist; nach der Leerlaufzeit gilt er als verlassen.</translation>
    </message>
    <message>
        <source>Sleep is found by comparing two clocks, which is exact to a few seconds.</source>
        <translation>Der Ruhezustand wird durch den Vergleich zweier Uhren erkannt, auf wenige Sekunden genau.</translation>
    </message>
    <message>
        <source>The system bus went away; from here on lock and sleep come from the clocks.</source>
        <translation>Der Systembus ist weggefallen; von nun an werden Sperre und Ruhezustand an den Uhren erkannt.</translation>
    </message>
    <message>
        <source>Nobody tells who uses the microphone, so a call without a touch counts as away.</source>
        <translation>Niemand meldet, wer das Mikrofon benutzt; ein Gespräch ohne Berührung zählt daher als Abwesenheit.</translation>
    </message>
    <message>
        <source>This version of macOS does not tell who uses the microphone; touches count.</source>
        <translation>Diese Version von macOS meldet nicht, wer das Mikrofon benutzt; es zählen Berührungen.</translation>
    </message>
    <message>
        <source>PipeWire tells nothing of the microphone, so a call without a touch counts as away.</source>
        <translation>PipeWire meldet nichts vom Mikrofon; ein Gespräch ohne Berührung zählt daher als Abwesenheit.</translation>
    </message>
    <message>
        <source>Windows keeps no list of microphone users here, so calls count by touch alone.</source>
        <translation>Windows führt hier keine Liste der Mikrofonnutzer; bei Gesprächen zählen daher nur Berührungen.</translation>
    </message>
    <message>
        <source>no display</source>
        <translation>kein Bildschirm</translation>
    </message>
    <message>
        <source>no window manager that tells the active window</source>
        <translation>keine Fensterverwaltung, die das aktive Fenster nennt</translation>
    </message>
    <message>
        <source>no Wayland display answers</source>
        <translation>kein Wayland-Bildschirm antwortet</translation>
    </message>
    <message>
        <source>its library is not installed</source>
        <translation>seine Bibliothek ist nicht installiert</translation>
    </message>
    <message>
        <source>the compositor does not offer its windows</source>
        <translation>der Compositor gibt seine Fenster nicht preis</translation>
    </message>
    <message>
        <source>no KWin takes scripts</source>
        <translation>kein KWin nimmt Skripte an</translation>
    </message>
    <message>
        <source>no GNOME Shell</source>
        <translation>keine GNOME Shell</translation>
    </message>
    <message>
        <source>no extension tells the window in front</source>
        <translation>keine Erweiterung nennt das vordere Fenster</translation>
    </message>
    <message>
        <source>no session bus</source>
        <translation>kein Sitzungsbus</translation>
    </message>
    <message>
        <source>no system bus</source>
        <translation>kein Systembus</translation>
    </message>
    <message>
        <source>no login manager</source>
        <translation>keine Anmeldeverwaltung</translation>
    </message>
    <message>
        <source>no screen saver answers</source>
        <translation>kein Bildschirmschoner antwortet</translation>
    </message>
    <message>
        <source>no Mutter</source>
        <translation>kein Mutter</translation>
    </message>
    <message>
        <source>no screen saver extension</source>
        <translation>keine Bildschirmschoner-Erweiterung</translation>
    </message>
    <message>
        <source>no idle protocol</source>
        <translation>kein Leerlaufprotokoll</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>no such list on this computer</source>
        <translation>keine solche Liste auf diesem Computer</translation>
    </message>
    <message>
        <source>macOS is too old for it</source>
        <translation>macOS ist dafür zu alt</translation>
    </message>
</context>
<context>
    <name>shell/checked_window</name>
    <message>
        <source>WiseStep tests itself. This window closes by itself in a moment.</source>
        <translation>WiseStep prüft sich selbst. Dieses Fenster schließt sich gleich von selbst.</translation>
    </message>
</context>
<context>
    <name>shell/connection_words</name>
    <message>
        <source>Production (go.actionstep.com)</source>
        <translation>Produktion (go.actionstep.com)</translation>
    </message>
    <message>
        <source>Staging (go.actionstepstaging.com)</source>
        <translation>Test (go.actionstepstaging.com)</translation>
    </message>
    <message>
        <source>Own addresses</source>
        <translation>Eigene Adressen</translation>
    </message>
    <message>
        <source>who you are</source>
        <translation>wer Sie sind</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>matters</source>
        <translation>Akten</translation>
    </message>
    <message>
        <source>kinds of matter</source>
        <translation>Aktenarten</translation>
    </message>
    <message>
        <source>activity types</source>
        <translation>Tätigkeitsarten</translation>
    </message>
    <message>
        <source>time entries</source>
        <translation>Zeiteinträge</translation>
    </message>
    <message>
        <source>time records</source>
        <translation>Zeiterfassungen</translation>
    </message>
    <message>
        <source>activities of time records</source>
        <translation>Tätigkeiten der Zeiterfassungen</translation>
    </message>
    <message>
        <source>the organisation&apos;s time zone</source>
        <translation>die Zeitzone der Organisation</translation>
    </message>
    <message>
        <source>UTBMS codes</source>
        <translation>UTBMS-Codes</translation>
    </message>
    <message>
        <source>{open} open, {closed} closed</source>
        <translation>{open} offene, {closed} geschlossene</translation>
    </message>
    <message>
        <source>{seconds} s between two requests</source>
        <translation>{seconds} s zwischen zwei Anfragen</translation>
    </message>
    <message>
        <source>matters {date}, activity types {other}</source>
        <translation>Akten {date}, Tätigkeitsarten {other}</translation>
    </message>
    <message>
        <source>It works: signed in as {name}; {matters} matters and {types} activity types can be read. Answered in {seconds} s.</source>
        <translation>Es funktioniert: angemeldet als {name}; {matters} Akten und {types} Tätigkeitsarten sind lesbar. Beantwortet in {seconds} s.</translation>
    </message>
    <message>
        <source>Not signed in on this computer. Recording and drafts go on; nothing is sent until you connect.</source>
        <translation>Auf diesem Computer nicht angemeldet. Aufzeichnung und Entwürfe gehen weiter; gesendet wird erst, wenn Sie verbinden.</translation>
    </message>
    <message>
        <source>one request after another</source>
        <translation>eine Anfrage nach der anderen</translation>
    </message>
    <message>
        <source>matters {date}</source>
        <translation>Akten {date}</translation>
    </message>
    <message>
        <source>◐  Waiting for you to sign in…</source>
        <translation>◐  Wartet auf Ihre Anmeldung…</translation>
    </message>
    <message>
        <source>◐  Syncing {so_far} of about {of} matters</source>
        <translation>◐  Abgleich: {so_far} von etwa {of} Akten</translation>
    </message>
    <message>
        <source>signed in as {name}</source>
        <translation>angemeldet als {name}</translation>
    </message>
    <message>
        <source>last synced {date}</source>
        <translation>zuletzt abgeglichen {date}</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>Darf nutzen</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>Akten</translation>
    </message>
    <message>
        <source>Activity types</source>
        <translation>Tätigkeitsarten</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>Next sync</source>
        <translation>Nächster Abgleich</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>◐  Syncing matters…</source>
        <translation>◐  Akten werden abgeglichen…</translation>
    </message>
    <message>
        <source>○  Not connected</source>
        <translation>○  Nicht verbunden</translation>
    </message>
    <message>
        <source>✕  Sign in again</source>
        <translation>✕  Erneut anmelden</translation>
    </message>
    <message>
        <source>!  Not up to date</source>
        <translation>!  Nicht aktuell</translation>
    </message>
    <message>
        <source>●  Connected</source>
        <translation>●  Verbunden</translation>
    </message>
    <message>
        <source>May not use</source>
        <translation>Darf nicht nutzen</translation>
    </message>
    <message>
        <source>{rights}. Signing in again asks for it.</source>
        <translation>{rights}. Eine erneute Anmeldung fragt danach.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nie</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>lasts until {date}, and longer when used</source>
        <translation>gilt bis {date}, bei Gebrauch länger</translation>
    </message>
    <message numerus="yes">
        <source>!  {count} entries need you</source>
        <comment>!  {count} entry needs you</comment>
        <translation>
            <numerusform>!  {count} Eintrag braucht Sie</numerusform>
            <numerusform>!  {count} Einträge brauchen Sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell/deed_words</name>
    <message>
        <source>Undone: {done}</source>
        <translation>Rückgängig gemacht: {done}</translation>
    </message>
    <message>
        <source>Done again: {done}</source>
        <translation>Wiederholt: {done}</translation>
    </message>
    <message>
        <source>Matter accepted.</source>
        <translation>Akte angenommen.</translation>
    </message>
    <message>
        <source>Matter taken off.</source>
        <translation>Akte entfernt.</translation>
    </message>
    <message>
        <source>Kept as a draft.</source>
        <translation>Als Entwurf behalten.</translation>
    </message>
    <message>
        <source>Draft changed.</source>
        <translation>Entwurf geändert.</translation>
    </message>
    <message>
        <source>Draft discarded; its rows are open again.</source>
        <translation>Entwurf verworfen; seine Zeilen sind wieder offen.</translation>
    </message>
    <message>
        <source>Entries made.</source>
        <translation>Einträge angelegt.</translation>
    </message>
    <message>
        <source>Moved to the trash.</source>
        <translation>In den Papierkorb gelegt.</translation>
    </message>
    <message>
        <source>Taken out of the trash.</source>
        <translation>Aus dem Papierkorb geholt.</translation>
    </message>
    <message>
        <source>Moved into the entry.</source>
        <translation>In den Eintrag verschoben.</translation>
    </message>
    <message>
        <source>Taken out of the entry.</source>
        <translation>Aus dem Eintrag genommen.</translation>
    </message>
    <message>
        <source>Row split.</source>
        <translation>Zeile geteilt.</translation>
    </message>
    <message>
        <source>Rows joined.</source>
        <translation>Zeilen verbunden.</translation>
    </message>
    <message>
        <source>Entry split.</source>
        <translation>Eintrag geteilt.</translation>
    </message>
    <message>
        <source>Entries merged.</source>
        <translation>Einträge zusammengeführt.</translation>
    </message>
    <message>
        <source>Time added.</source>
        <translation>Zeit erfasst.</translation>
    </message>
    <message>
        <source>Reading counted.</source>
        <translation>Lesezeit angerechnet.</translation>
    </message>
    <message>
        <source>Timer started.</source>
        <translation>Stoppuhr gestartet.</translation>
    </message>
    <message>
        <source>Timer stopped.</source>
        <translation>Stoppuhr angehalten.</translation>
    </message>
</context>
<context>
    <name>shell/discretion</name>
    <message>
        <source>Title hidden</source>
        <translation>Titel ausgeblendet</translation>
    </message>
    <message>
        <source>name hidden</source>
        <translation>Name ausgeblendet</translation>
    </message>
</context>
<context>
    <name>shell/entry_lines</name>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation>{minutes} min {seconds:02d} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>no matter</source>
        <translation>keine Akte</translation>
    </message>
    <message>
        <source>no matter yet</source>
        <translation>noch keine Akte</translation>
    </message>
    <message>
        <source>Time without a narrative</source>
        <translation>Zeit ohne Tätigkeitstext</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Checking with Actionstep</source>
        <translation>Rückfrage bei Actionstep</translation>
    </message>
</context>
<context>
    <name>shell/evidence_words</name>
    <message>
        <source>“{text}” is its number</source>
        <translation>„{text}“ ist ihre Nummer</translation>
    </message>
    <message>
        <source>“{text}” is its reference</source>
        <translation>„{text}“ ist ihr Aktenzeichen</translation>
    </message>
    <message>
        <source>“{text}” is its name</source>
        <translation>„{text}“ ist ihr Name</translation>
    </message>
    <message>
        <source>“{text}” is its client</source>
        <translation>„{text}“ ist ihr Mandant</translation>
    </message>
    <message>
        <source>“{text}” is what it was called before</source>
        <translation>„{text}“ ist ihr früherer Name</translation>
    </message>
    <message>
        <source>“{text}” is part of its name</source>
        <translation>„{text}“ ist ein Teil ihres Namens</translation>
    </message>
    <message>
        <source>“{text}” means it, as you said</source>
        <translation>„{text}“ steht für sie, wie Sie gesagt haben</translation>
    </message>
    <message>
        <source>You worked on it just before or after</source>
        <translation>Sie haben unmittelbar davor oder danach daran gearbeitet</translation>
    </message>
    <message>
        <source>The document&apos;s folder: learned from your correction of {day}</source>
        <translation>Der Ordner des Dokuments: gelernt aus Ihrer Korrektur vom {day}</translation>
    </message>
    <message>
        <source>Why {matter}? {certainty}</source>
        <translation>Warum {matter}? {certainty}</translation>
    </message>
    <message>
        <source>almost certain</source>
        <translation>so gut wie sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>Learned from your corrections</source>
        <translation>Aus Ihren Korrekturen gelernt</translation>
    </message>
    <message>
        <source>“{text}”: learned from your correction of {day}</source>
        <translation>„{text}“: gelernt aus Ihrer Korrektur vom {day}</translation>
    </message>
    <message>
        <source>Why {matter}?</source>
        <translation>Warum {matter}?</translation>
    </message>
    <message>
        <source>Which matter? One may be meant.</source>
        <translation>Welche Akte? Eine kommt infrage.</translation>
    </message>
    <message>
        <source>Which matter? Two may be meant.</source>
        <translation>Welche Akte? Zwei kommen infrage.</translation>
    </message>
    <message>
        <source>Which matter? Three may be meant.</source>
        <translation>Welche Akte? Drei kommen infrage.</translation>
    </message>
    <message>
        <source>You chose {matter}.</source>
        <translation>Sie haben {matter} gewählt.</translation>
    </message>
    <message>
        <source>{matter}: {certainty}</source>
        <translation>{matter}: {certainty}</translation>
    </message>
</context>
<context>
    <name>shell/gap_words</name>
    <message>
        <source>What was it? {answers}</source>
        <translation>Was war das? {answers}</translation>
    </message>
    <message>
        <source>&amp;hearing</source>
        <translation>&amp;Gerichtstermin</translation>
    </message>
    <message>
        <source>&amp;travel</source>
        <translation>&amp;Fahrt</translation>
    </message>
    <message>
        <source>&amp;call</source>
        <translation>&amp;Telefonat</translation>
    </message>
    <message>
        <source>&amp;meeting</source>
        <translation>&amp;Besprechung</translation>
    </message>
    <message>
        <source>&amp;private</source>
        <translation>&amp;privat</translation>
    </message>
    <message>
        <source>&amp;lunch</source>
        <translation>&amp;Mittagspause</translation>
    </message>
    <message>
        <source>&amp;count it</source>
        <translation>&amp;anrechnen</translation>
    </message>
    <message>
        <source>&amp;leave it out</source>
        <translation>&amp;weglassen</translation>
    </message>
</context>
<context>
    <name>shell/guides</name>
    <message>
        <source>Until then nothing is recorded; what was recorded stays, and reviewing and sending work.</source>
        <translation>Bis dahin wird nichts aufgezeichnet; Aufgezeichnetes bleibt, Prüfen und Senden funktionieren.</translation>
    </message>
    <message>
        <source>macOS has to allow WiseStep to read window titles</source>
        <translation>macOS muss WiseStep erlauben, Fenstertitel zu lesen</translation>
    </message>
    <message>
        <source>The Accessibility permission lets WiseStep read the title of the window in front and the place of its document. It never records the screen, never reads what is in a window and never types.</source>
        <translation>Mit der Berechtigung „Bedienungshilfen“ kann WiseStep den Titel des vorderen Fensters und den Ort seines Dokuments lesen. Es nimmt nie den Bildschirm auf, liest nie den Inhalt eines Fensters und tippt nie etwas.</translation>
    </message>
    <message>
        <source>Until then only the names of applications are recorded, so matters are not recognised.</source>
        <translation>Bis dahin werden nur die Namen der Anwendungen aufgezeichnet; Akten werden daher nicht erkannt.</translation>
    </message>
    <message>
        <source>GNOME does not tell which window is in front without an extension</source>
        <translation>GNOME verrät ohne eine Erweiterung nicht, welches Fenster vorn ist</translation>
    </message>
    <message>
        <source>On GNOME with Wayland only an extension of the shell may know the window in front. Ours tells its application and title to programs of your own session, and nothing else.</source>
        <translation>Unter GNOME mit Wayland kann nur eine Erweiterung der Shell das vordere Fenster kennen. Unsere nennt den Programmen Ihrer eigenen Sitzung dessen Anwendung und Titel, sonst nichts.</translation>
    </message>
    <message>
        <source>This desktop does not tell which window is in front</source>
        <translation>Diese Arbeitsumgebung verrät nicht, welches Fenster vorn ist</translation>
    </message>
    <message>
        <source>WiseStep asked in every way it knows (Wayland&apos;s foreign toplevels, KDE&apos;s scripts, GNOME&apos;s extensions, X11) and got no answer. It records nothing rather than “unknown”.</source>
        <translation>WiseStep hat auf jede ihm bekannte Weise gefragt (Wayland-Fensterlisten, KDE-Skripte, GNOME-Erweiterungen, X11) und keine Antwort erhalten. Es zeichnet lieber nichts auf als „unbekannt“.</translation>
    </message>
    <message>
        <source>A part of WiseStep for Wayland is not installed</source>
        <translation>Ein Teil von WiseStep für Wayland ist nicht installiert</translation>
    </message>
    <message>
        <source>The library that speaks with Wayland compositors (pywayland) is missing on this computer.</source>
        <translation>Die Bibliothek, die mit Wayland-Compositoren spricht (pywayland), fehlt auf diesem Computer.</translation>
    </message>
    <message>
        <source>There is no desktop to watch yet</source>
        <translation>Es gibt noch keine Arbeitsumgebung zu beobachten</translation>
    </message>
    <message>
        <source>WiseStep has to run inside your desktop session, with a window manager that tells which window is active.</source>
        <translation>WiseStep muss in Ihrer grafischen Sitzung laufen, mit einer Fensterverwaltung, die das aktive Fenster nennt.</translation>
    </message>
    <message>
        <source>Open System Settings → Privacy &amp; Security → Accessibility.</source>
        <translation>Öffnen Sie Systemeinstellungen → Datenschutz &amp; Sicherheit → Bedienungshilfen.</translation>
    </message>
    <message>
        <source>Switch WiseStep on. If it is on already, remove it with the minus button and add it again.</source>
        <translation>Schalten Sie WiseStep ein. Ist es schon eingeschaltet, entfernen Sie es mit der Minustaste und fügen Sie es neu hinzu.</translation>
    </message>
    <message>
        <source>Come back here. WiseStep notices within a minute; there is nothing to restart.</source>
        <translation>Kommen Sie hierher zurück. WiseStep bemerkt es binnen einer Minute; ein Neustart ist nicht nötig.</translation>
    </message>
    <message>
        <source>Ask macOS now</source>
        <translation>macOS jetzt fragen</translation>
    </message>
    <message>
        <source>Go on with names of applications only</source>
        <translation>Nur mit Namen der Anwendungen weiter</translation>
    </message>
    <message>
        <source>Copy the folder focused-window@wisestep-desktop, which came with WiseStep, into the folder ~/.local/share/gnome-shell/extensions.</source>
        <translation>Kopieren Sie den mit WiseStep gelieferten Ordner focused-window@wisestep-desktop in den Ordner ~/.local/share/gnome-shell/extensions.</translation>
    </message>
    <message>
        <source>Log out and in again, then run: gnome-extensions enable focused-window@wisestep-desktop</source>
        <translation>Melden Sie sich ab und wieder an und führen Sie dann aus: gnome-extensions enable focused-window@wisestep-desktop</translation>
    </message>
    <message>
        <source>The extensions “Focused Window D-Bus” and “Window Calls” do as well. Or choose “GNOME on Xorg” when logging in.</source>
        <translation>Die Erweiterungen „Focused Window D-Bus“ und „Window Calls“ gehen ebenso. Oder wählen Sie beim Anmelden „GNOME unter Xorg“.</translation>
    </message>
    <message>
        <source>Choose a session with Xorg when logging in, if your system offers one.</source>
        <translation>Wählen Sie beim Anmelden eine Sitzung mit Xorg, wenn Ihr System eine anbietet.</translation>
    </message>
    <message>
        <source>Or use a desktop that tells: KDE Plasma, Sway, Hyprland, or GNOME with an extension.</source>
        <translation>Oder verwenden Sie eine Arbeitsumgebung, die es verrät: KDE Plasma, Sway, Hyprland oder GNOME mit einer Erweiterung.</translation>
    </message>
    <message>
        <source>If WiseStep runs inside a Flatpak or another sandbox, install the .deb package instead.</source>
        <translation>Läuft WiseStep in einem Flatpak oder einer anderen Sandbox, installieren Sie stattdessen das .deb-Paket.</translation>
    </message>
    <message>
        <source>Install WiseStep from its package again, or add pywayland to its Python environment.</source>
        <translation>Installieren Sie WiseStep noch einmal aus seinem Paket oder fügen Sie pywayland seiner Python-Umgebung hinzu.</translation>
    </message>
    <message>
        <source>Or choose a session with Xorg when logging in.</source>
        <translation>Oder wählen Sie beim Anmelden eine Sitzung mit Xorg.</translation>
    </message>
    <message>
        <source>If you have just logged in, wait a moment: WiseStep tries again by itself every ten seconds.</source>
        <translation>Wenn Sie sich gerade erst angemeldet haben, warten Sie einen Moment: WiseStep versucht es alle zehn Sekunden von selbst.</translation>
    </message>
    <message>
        <source>If you started it in a terminal of another session, start it from your desktop&apos;s menu instead.</source>
        <translation>Wenn Sie es im Terminal einer anderen Sitzung gestartet haben, starten Sie es stattdessen aus dem Menü Ihrer Arbeitsumgebung.</translation>
    </message>
</context>
<context>
    <name>shell/health</name>
    <message>
        <source>All signals work</source>
        <translation>Alle Signale arbeiten</translation>
    </message>
    <message>
        <source>Limited: {signals}</source>
        <translation>Eingeschränkt: {signals}</translation>
    </message>
    <message numerus="yes">
        <source>Titles and pauses work; {count} others are limited</source>
        <comment>Titles and pauses work; another signal is limited</comment>
        <translation>
            <numerusform>Titel und Pausen arbeiten; ein weiteres Signal ist eingeschränkt</numerusform>
            <numerusform>Titel und Pausen arbeiten; {count} weitere sind eingeschränkt</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Window titles</source>
        <translation>Fenstertitel</translation>
    </message>
    <message>
        <source>Keyboard and mouse pauses</source>
        <translation>Pausen an Tastatur und Maus</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>Bildschirmsperre</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Ruhezustand</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Document places</source>
        <translation>Orte der Dokumente</translation>
    </message>
    <message>
        <source>works</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Says which application and which document you work in.</source>
        <translation>Sagt, in welcher Anwendung und in welchem Dokument Sie arbeiten.</translation>
    </message>
    <message>
        <source>Says how long nothing was touched, so that a coffee is not billed. Never what you type.</source>
        <translation>Sagt, wie lange nichts berührt wurde, damit kein Kaffee abgerechnet wird. Nie, was Sie tippen.</translation>
    </message>
    <message>
        <source>A locked screen is away at once.</source>
        <translation>Ein gesperrter Bildschirm gilt sofort als abwesend.</translation>
    </message>
    <message>
        <source>A closed lid is nobody&apos;s time.</source>
        <translation>Ein zugeklappter Deckel ist niemandes Zeit.</translation>
    </message>
    <message>
        <source>A meeting application that uses the microphone is a call, even if you touch nothing. Nobody listens.</source>
        <translation>Eine Konferenzanwendung, die das Mikrofon benutzt, ist ein Gespräch, auch wenn Sie nichts berühren. Niemand hört mit.</translation>
    </message>
    <message>
        <source>Says in which folder a document lies, which helps to find the matter.</source>
        <translation>Sagt, in welchem Ordner ein Dokument liegt; das hilft, die Akte zu finden.</translation>
    </message>
    <message>
        <source>Wayland (wlroots)</source>
        <translation>Wayland (wlroots)</translation>
    </message>
    <message>
        <source>KDE Plasma (KWin)</source>
        <translation>KDE Plasma (KWin)</translation>
    </message>
    <message>
        <source>GNOME Shell extension</source>
        <translation>GNOME-Shell-Erweiterung</translation>
    </message>
    <message>
        <source>Wayland (ext-idle-notify or KDE idle)</source>
        <translation>Wayland (ext-idle-notify oder KDE-Leerlauf)</translation>
    </message>
    <message>
        <source>Wayland (ext-idle-notify)</source>
        <translation>Wayland (ext-idle-notify)</translation>
    </message>
    <message>
        <source>Wayland (KDE idle)</source>
        <translation>Wayland (KDE-Leerlauf)</translation>
    </message>
    <message>
        <source>the screen saver</source>
        <translation>der Bildschirmschoner</translation>
    </message>
    <message>
        <source>the Windows list of microphone users</source>
        <translation>die Windows-Liste der Mikrofonnutzer</translation>
    </message>
    <message>
        <source>Windows in front</source>
        <translation>Fenster im Vordergrund</translation>
    </message>
    <message>
        <source>Lock and sleep</source>
        <translation>Sperre und Ruhezustand</translation>
    </message>
</context>
<context>
    <name>shell/learned_words</name>
    <message numerus="yes">
        <source>meant {count} times, last on {day}</source>
        <comment>meant once, on {day}</comment>
        <translation>
            <numerusform>einmal gemeint, am {day}</numerusform>
            <numerusform>{count}-mal gemeint, zuletzt am {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}  ·  {time}  ·  now {matter}</source>
        <translation>{title}  ·  {time}  ·  jetzt {matter}</translation>
    </message>
    <message>
        <source>not meant, said on {day}</source>
        <translation>nicht gemeint, gesagt am {day}</translation>
    </message>
    <message>
        <source>{matter} (no longer known)</source>
        <translation>{matter} (nicht mehr bekannt)</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>{title}  ·  {time}</source>
        <translation>{title}  ·  {time}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message numerus="yes">
        <source>It would tag {count} more titles ({time}).</source>
        <comment>It would tag one more title ({time}).</comment>
        <translation>
            <numerusform>Damit würde ein weiterer Titel zugeordnet ({time}).</numerusform>
            <numerusform>Damit würden {count} weitere Titel zugeordnet ({time}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} titles would name two matters then, and wait for you to choose ({time}).</source>
        <comment>One title would name two matters then, and wait for you to choose ({time}).</comment>
        <translation>
            <numerusform>Ein Titel würde dann zwei Akten nennen und auf Ihre Wahl warten ({time}).</numerusform>
            <numerusform>{count} Titel würden dann zwei Akten nennen und auf Ihre Wahl warten ({time}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell/models/day_items</name>
    <message>
        <source>No matter yet</source>
        <translation>Noch keine Akte</translation>
    </message>
    <message>
        <source>Written down by hand</source>
        <translation>Von Hand notiert</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
</context>
<context>
    <name>shell/models/radar</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Not drafted</source>
        <translation>Ohne Entwurf</translation>
    </message>
    <message>
        <source>In entries</source>
        <translation>In Einträgen</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Was bleibt</translation>
    </message>
    <message numerus="yes">
        <source>{count} not sent</source>
        <comment>one not sent</comment>
        <translation>
            <numerusform>{count} nicht gesendet</numerusform>
            <numerusform>{count} nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} in doubt</source>
        <comment>one in doubt</comment>
        <translation>
            <numerusform>{count} ungewiss</numerusform>
            <numerusform>{count} ungewiss</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} drafts to send</source>
        <comment>one draft to send</comment>
        <translation>
            <numerusform>{count} Entwurf zu senden</numerusform>
            <numerusform>{count} Entwürfe zu senden</numerusform>
        </translation>
    </message>
    <message>
        <source>draft it</source>
        <translation>Eintrag anlegen</translation>
    </message>
    <message>
        <source>choose a matter</source>
        <translation>Akte wählen</translation>
    </message>
    <message>
        <source>No matter</source>
        <translation>Keine Akte</translation>
    </message>
</context>
<context>
    <name>shell/models/report</name>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>not drafted</source>
        <translation>ohne Entwurf</translation>
    </message>
    <message>
        <source>Sent, drafts, not drafted</source>
        <translation>Gesendet, Entwürfe, ohne Entwurf</translation>
    </message>
</context>
<context>
    <name>shell/models/week</name>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>shell/narrative_words</name>
    <message>
        <source>Drafting {subject}</source>
        <translation>Entwurf von {subject}</translation>
    </message>
    <message>
        <source>Reviewing {subject}</source>
        <translation>Durchsicht von {subject}</translation>
    </message>
    <message>
        <source>Correspondence regarding {subject}</source>
        <translation>Korrespondenz zu {subject}</translation>
    </message>
    <message>
        <source>Telephone call: {subject}</source>
        <translation>Telefonat: {subject}</translation>
    </message>
    <message>
        <source>Meeting: {subject}</source>
        <translation>Besprechung: {subject}</translation>
    </message>
    <message>
        <source>Research: {subject}</source>
        <translation>Recherche: {subject}</translation>
    </message>
    <message>
        <source>Attendance at court: {subject}</source>
        <translation>Gerichtstermin: {subject}</translation>
    </message>
    <message>
        <source>Travel: {subject}</source>
        <translation>Fahrt: {subject}</translation>
    </message>
    <message>
        <source>Considering {subject}</source>
        <translation>Überlegungen zu {subject}</translation>
    </message>
    <message>
        <source>Calculations: {subject}</source>
        <translation>Berechnungen: {subject}</translation>
    </message>
    <message>
        <source>File management: {subject}</source>
        <translation>Aktenführung: {subject}</translation>
    </message>
    <message>
        <source>Work on {subject}</source>
        <translation>Arbeit an {subject}</translation>
    </message>
    <message>
        <source>drafting {subject}</source>
        <translation>Entwurf von {subject}</translation>
    </message>
    <message>
        <source>reviewing {subject}</source>
        <translation>Durchsicht von {subject}</translation>
    </message>
    <message>
        <source>correspondence regarding {subject}</source>
        <translation>Korrespondenz zu {subject}</translation>
    </message>
    <message>
        <source>telephone call: {subject}</source>
        <translation>Telefonat: {subject}</translation>
    </message>
    <message>
        <source>meeting: {subject}</source>
        <translation>Besprechung: {subject}</translation>
    </message>
    <message>
        <source>research: {subject}</source>
        <translation>Recherche: {subject}</translation>
    </message>
    <message>
        <source>attendance at court: {subject}</source>
        <translation>Gerichtstermin: {subject}</translation>
    </message>
    <message>
        <source>travel: {subject}</source>
        <translation>Fahrt: {subject}</translation>
    </message>
    <message>
        <source>considering {subject}</source>
        <translation>Überlegungen zu {subject}</translation>
    </message>
    <message>
        <source>calculations: {subject}</source>
        <translation>Berechnungen: {subject}</translation>
    </message>
    <message>
        <source>file management: {subject}</source>
        <translation>Aktenführung: {subject}</translation>
    </message>
    <message>
        <source>work on {subject}</source>
        <translation>Arbeit an {subject}</translation>
    </message>
    <message>
        <source>Telephone call</source>
        <translation>Telefonat</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Attendance at court</source>
        <translation>Gerichtstermin</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>telephone call</source>
        <translation>Telefonat</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>attendance at court</source>
        <translation>Gerichtstermin</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>{said} ({minutes} min)</source>
        <translation>{said} ({minutes} min)</translation>
    </message>
    <message numerus="yes">
        <source>{count} drafts were kept back: their texts name another client or a word you excluded. Read them, then send them.</source>
        <comment>{count} draft was kept back: its text names another client or a word you excluded. Read it, then send it.</comment>
        <translation>
            <numerusform>{count} Entwurf wurde zurückgehalten: Sein Text nennt einen anderen Mandanten oder ein Wort, das Sie ausgeschlossen haben. Lesen Sie ihn und senden Sie ihn dann.</numerusform>
            <numerusform>{count} Entwürfe wurden zurückgehalten: Ihre Texte nennen einen anderen Mandanten oder ein Wort, das Sie ausgeschlossen haben. Lesen Sie sie und senden Sie sie dann.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{said}” means another client&apos;s matter ({matters}). This client would read it.</source>
        <translation>„{said}“ meint eine Akte eines anderen Mandanten ({matters}). Dieser Mandant würde es lesen.</translation>
    </message>
    <message>
        <source>“{said}” means another matter of this client ({matters}).</source>
        <translation>„{said}“ meint eine andere Akte dieses Mandanten ({matters}).</translation>
    </message>
    <message>
        <source>“{said}” is a word you keep out of narratives.</source>
        <translation>„{said}“ ist ein Wort, das Sie aus Tätigkeitstexten heraushalten.</translation>
    </message>
    <message>
        <source>“{said}” does not say what it was about. Name the document, the person or the point.</source>
        <translation>„{said}“ sagt nicht, worum es ging. Nennen Sie das Dokument, die Person oder den Punkt.</translation>
    </message>
    <message>
        <source>Several tasks are told as one. One entry for each, or a time for each, is paid more readily.</source>
        <translation>Mehrere Tätigkeiten stehen als eine da. Ein Eintrag für jede oder eine Zeit für jede wird eher bezahlt.</translation>
    </message>
    <message>
        <source>The narrative is empty, and your settings ask for one.</source>
        <translation>Der Tätigkeitstext ist leer, und Ihre Einstellungen verlangen einen.</translation>
    </message>
    <message>
        <source>The narrative is too long; what is marked would be cut off.</source>
        <translation>Der Tätigkeitstext ist zu lang; was markiert ist, würde abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>shell/notice_words</name>
    <message>
        <source>A timer has been running for {hours} hours. Stop it, then take off what was not work.</source>
        <translation>Eine Stoppuhr läuft seit {hours} Stunden. Halten Sie sie an und nehmen Sie dann heraus, was keine Arbeit war.</translation>
    </message>
    <message>
        <source>WiseStep {version} is available.</source>
        <translation>WiseStep {version} ist verfügbar.</translation>
    </message>
    <message numerus="yes">
        <source>{count} entries were not sent. Their time is kept; see why, then send them again.</source>
        <comment>One entry was not sent. Its time is kept; see why, then send it again.</comment>
        <translation>
            <numerusform>{count} Eintrag wurde nicht gesendet. Seine Zeit bleibt erhalten; sehen Sie nach, warum, und senden Sie ihn dann erneut.</numerusform>
            <numerusform>{count} Einträge wurden nicht gesendet. Ihre Zeit bleibt erhalten; sehen Sie nach, warum, und senden Sie sie dann erneut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your team changed {names}. They hold from now on.</source>
        <comment>Your team changed {names}. It holds from now on.</comment>
        <translation>
            <numerusform>Ihr Team hat {names} geändert. Das gilt ab jetzt.</numerusform>
            <numerusform>Ihr Team hat {names} geändert. Das gilt ab jetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>WiseStep ended unexpectedly on {day}. Your time up to {time} is kept.</source>
        <translation>WiseStep wurde am {day} unerwartet beendet. Ihre Zeit bis {time} ist gespeichert.</translation>
    </message>
    <message>
        <source>{time} of work from {count} days is not sent yet, the oldest from {day}.</source>
        <translation>{time} Arbeit aus {count} Tagen ist noch nicht gesendet, die älteste vom {day}.</translation>
    </message>
    <message numerus="yes">
        <source>{setting} names {count} activity types that Actionstep does not have.</source>
        <comment>{setting} names an activity type that Actionstep does not have.</comment>
        <translation>
            <numerusform>{setting} nennt {count} Tätigkeitsart, die es in Actionstep nicht gibt.</numerusform>
            <numerusform>{setting} nennt {count} Tätigkeitsarten, die es in Actionstep nicht gibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{named} It has no effect until the name is corrected.</source>
        <translation>{named} Das bleibt ohne Wirkung, bis der Name berichtigt ist.</translation>
    </message>
    <message>
        <source>Open health</source>
        <translation>Zustand öffnen</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>Stoppuhr anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Open the setting</source>
        <translation>Einstellung öffnen</translation>
    </message>
    <message>
        <source>Open the team</source>
        <translation>Team öffnen</translation>
    </message>
    <message>
        <source>Show the day</source>
        <translation>Tag zeigen</translation>
    </message>
    <message>
        <source>Show the days</source>
        <translation>Tage zeigen</translation>
    </message>
    <message>
        <source>Look at the report…</source>
        <translation>Bericht ansehen…</translation>
    </message>
    <message>
        <source>See what it brings</source>
        <translation>Neuerungen ansehen</translation>
    </message>
    <message>
        <source>Notifications, {count}</source>
        <translation>Mitteilungen, {count}</translation>
    </message>
    <message>
        <source>Notifications, none</source>
        <translation>Mitteilungen, keine</translation>
    </message>
    <message>
        <source>WiseStep {version} is available. It closes a security gap, so do not wait long.</source>
        <translation>WiseStep {version} ist verfügbar. Die Version schließt eine Sicherheitslücke; warten Sie nicht lange.</translation>
    </message>
    <message numerus="yes">
        <source>{count} entries wait because their matters have been closed. Say whether they go out anyway.</source>
        <comment>One entry waits because its matter has been closed. Say whether it goes out anyway.</comment>
        <translation>
            <numerusform>{count} Eintrag wartet, weil seine Akte geschlossen wurde. Sagen Sie, ob er trotzdem gesendet wird.</numerusform>
            <numerusform>{count} Einträge warten, weil ihre Akten geschlossen wurden. Sagen Sie, ob sie trotzdem gesendet werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} entries may have arrived or not. Actionstep is asked before anything is sent again.</source>
        <comment>One entry may have arrived or not. Actionstep is asked before anything is sent again.</comment>
        <translation>
            <numerusform>{count} Eintrag ist vielleicht angekommen, vielleicht nicht. Actionstep wird gefragt, bevor etwas erneut gesendet wird.</numerusform>
            <numerusform>{count} Einträge sind vielleicht angekommen, vielleicht nicht. Actionstep wird gefragt, bevor etwas erneut gesendet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your team changed {count} settings. They hold from now on.</source>
        <translation>Ihr Team hat {count} Einstellungen geändert. Sie gelten ab jetzt.</translation>
    </message>
    <message>
        <source>WiseStep ended unexpectedly on {day}. Your recorded time is kept.</source>
        <translation>WiseStep wurde am {day} unerwartet beendet. Ihre aufgezeichnete Zeit ist gespeichert.</translation>
    </message>
    <message>
        <source>{time} of work from {day} is not sent yet.</source>
        <translation>{time} Arbeit vom {day} ist noch nicht gesendet.</translation>
    </message>
    <message>
        <source>{named} Such work would be billed; correct the name.</source>
        <translation>{named} Solche Arbeit würde abgerechnet; berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>Connect to Actionstep</source>
        <translation>Mit Actionstep verbinden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Connect to Actionstep to see your matters and send your time. Until then it is kept here.</source>
        <translation>Verbinden Sie sich mit Actionstep, um Ihre Akten zu sehen und Ihre Zeit zu senden. Bis dahin bleibt sie hier.</translation>
    </message>
    <message>
        <source>Actionstep asks you to sign in again. Your time is kept and goes out afterwards.</source>
        <translation>Actionstep bittet Sie, sich erneut anzumelden. Ihre Zeit bleibt erhalten und wird danach gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>{time} of work from {count} days is not sent yet.</source>
        <comment>{time} of work from one day is not sent yet.</comment>
        <translation>
            <numerusform>{time} Arbeit aus {count} Tag ist noch nicht gesendet.</numerusform>
            <numerusform>{time} Arbeit aus {count} Tagen ist noch nicht gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell/pausing</name>
    <message>
        <source>○ Not recording</source>
        <translation>○ Keine Aufzeichnung</translation>
    </message>
    <message>
        <source>For 15 minutes</source>
        <translation>Für 15 Minuten</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>▲ {why}</source>
        <translation>▲ {why}</translation>
    </message>
    <message>
        <source>❚❚ Paused until {time}: nothing is recorded</source>
        <translation>❚❚ Angehalten bis {time}: Es wird nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>❚❚ Paused: nothing is recorded</source>
        <translation>❚❚ Angehalten: Es wird nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>● Recording, in a call</source>
        <translation>● Aufzeichnung, im Gespräch</translation>
    </message>
    <message>
        <source>● Recording</source>
        <translation>● Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>shell/policy_sentences</name>
    <message>
        <source>{place} names {name}, which is no setting. It is skipped; the rest applies.</source>
        <translation>{place} nennt {name}, das ist keine Einstellung. Sie wird übergangen; das Übrige gilt.</translation>
    </message>
    <message>
        <source>{place} sets {name}, which is for each person to decide. It is skipped; the rest applies.</source>
        <translation>{place} setzt {name}; das entscheidet jede Person selbst. Es wird übergangen; das Übrige gilt.</translation>
    </message>
    <message>
        <source>{place} gives {name} a value of a wrong type ({kind}). It is skipped; the rest applies.</source>
        <translation>{place} gibt {name} einen Wert falscher Art ({kind}). Er wird übergangen; das Übrige gilt.</translation>
    </message>
    <message>
        <source>{place}: {name} must be the whole path of a folder or an https address, not “{value}”. It is skipped; the rest applies.</source>
        <translation>{place}: {name} muss der ganze Pfad eines Ordners oder eine https-Adresse sein, nicht „{value}“. Es wird übergangen; das Übrige gilt.</translation>
    </message>
    <message>
        <source>{place}, line {line}, is not NAME=VALUE. It is skipped; the rest applies.</source>
        <translation>{place}, Zeile {line}, ist nicht NAME=WERT. Sie wird übergangen; das Übrige gilt.</translation>
    </message>
    <message>
        <source>{place}, line {line}, sets {name} once more. The first counts; the rest applies.</source>
        <translation>{place}, Zeile {line}, setzt {name} noch einmal. Das erste zählt; das Übrige gilt.</translation>
    </message>
    <message>
        <source>{place} could be changed by others than root (mode {mode}), so nothing of it applies. Let root own it, and nobody else write to it.</source>
        <translation>{place} könnten andere als root ändern (Modus {mode}), darum gilt nichts daraus. Lassen Sie es root gehören und niemanden sonst hineinschreiben.</translation>
    </message>
    <message>
        <source>{place} cannot be read: {reason}. Nothing of it applies.</source>
        <translation>{place} lässt sich nicht lesen: {reason}. Nichts daraus gilt.</translation>
    </message>
    <message>
        <source>{place} is larger than {most} KB, so it is no policy of ours. Nothing of it applies.</source>
        <translation>{place} ist größer als {most} KB und darum keine Richtlinie für WiseStep. Nichts daraus gilt.</translation>
    </message>
    <message>
        <source>{place} is not UTF-8 text. Nothing of it applies; save it anew.</source>
        <translation>{place} ist kein UTF-8-Text. Nichts daraus gilt; speichern Sie es neu.</translation>
    </message>
    <message>
        <source>{place} is no property list. Nothing of it applies; install the profile again.</source>
        <translation>{place} ist keine Property-Liste. Nichts daraus gilt; installieren Sie das Profil erneut.</translation>
    </message>
</context>
<context>
    <name>shell/policy_words</name>
    <message>
        <source>{place}: {said}</source>
        <translation>{place}: {said}</translation>
    </message>
</context>
<context>
    <name>shell/practice/interactive</name>
    <message>
        <source>A practice day. Work in any window, then choose “Connect to Actionstep” and sign in as {email} with the password {password}. Nothing of it is kept.</source>
        <translation>Ein Übungstag. Arbeiten Sie in einem beliebigen Fenster, wählen Sie dann „Mit Actionstep verbinden“ und melden Sie sich als {email} mit dem Passwort {password} an. Nichts davon wird aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>shell/practice/tour</name>
    <message>
        <source>entry {entry}: matter {matter}, worked {worked_hours} h, billed {billed_hours} h, {state} as {actionstep_id}</source>
        <translation>Eintrag {entry}: Akte {matter}, gearbeitet {worked_hours} h, abgerechnet {billed_hours} h, {state} als {actionstep_id}</translation>
    </message>
    <message>
        <source>No window in front</source>
        <translation>Kein Fenster im Vordergrund</translation>
    </message>
</context>
<context>
    <name>shell/property_sentences</name>
    <message>
        <source>That is larger than {most} MB, so it holds no properties of ours. Nothing was changed.</source>
        <translation>Das ist größer als {most} MB und enthält darum keine Eigenschaften für WiseStep. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>That is no text, so no properties could be read from it. Save it as UTF-8 and try again.</source>
        <translation>Das ist kein Text, daher konnten keine Eigenschaften gelesen werden. Speichern Sie ihn als UTF-8 und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Line {line}: “{name}” has no “=”. Write NAME=VALUE; nothing was changed.</source>
        <translation>Zeile {line}: In „{name}“ fehlt das „=“. Schreiben Sie NAME=WERT; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Line {line}: {name} holds a character that cannot be typed. Nothing was changed.</source>
        <translation>Zeile {line}: {name} enthält ein Zeichen, das sich nicht tippen lässt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Line {line}: there is no property called “{name}”. The nearest is {nearest}; nothing was changed.</source>
        <translation>Zeile {line}: Es gibt keine Eigenschaft „{name}“. Am nächsten kommt {nearest}; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Line {line}: there is no property called “{name}”. Correct or remove it; nothing was changed.</source>
        <translation>Zeile {line}: Es gibt keine Eigenschaft „{name}“. Berichtigen oder entfernen Sie sie; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Line {line}: {name} stands in line {first} already. Keep one of them; nothing was changed.</source>
        <translation>Zeile {line}: {name} steht schon in Zeile {first}. Behalten Sie eine davon; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Line {line}: {name} is not set by lines. Set it in the settings; nothing was changed.</source>
        <translation>Zeile {line}: {name} wird nicht über Zeilen gesetzt. Ändern Sie es in den Einstellungen; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>shell/property_words</name>
    <message>
        <source>{time} at {seconds} s is billed as {hours} h.</source>
        <translation>{time} bei {seconds} s wird als {hours} h abgerechnet.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {of} drafts change.</source>
        <comment>{count} of {of} draft changes.</comment>
        <translation>
            <numerusform>{count} von {of} Entwurf ändert sich.</numerusform>
            <numerusform>{count} von {of} Entwürfen ändern sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Billed {before} h before, {after} h after.</source>
        <translation>Abgerechnet vorher {before} h, danach {after} h.</translation>
    </message>
    <message>
        <source>other figures in the summary</source>
        <translation>andere Zahlen in der Zusammenfassung</translation>
    </message>
    <message>
        <source>Billed time is not rounded up.</source>
        <translation>Abgerechnete Zeit wird nicht aufgerundet.</translation>
    </message>
    <message>
        <source>Billed time is rounded up to steps of {seconds} s.</source>
        <translation>Abgerechnete Zeit wird auf Schritte von {seconds} s aufgerundet.</translation>
    </message>
    <message numerus="yes">
        <source>Billed time is rounded up to {count}-minute steps.</source>
        <comment>Billed time is rounded up to whole minutes.</comment>
        <translation>
            <numerusform>Abgerechnete Zeit wird auf volle Minuten aufgerundet.</numerusform>
            <numerusform>Abgerechnete Zeit wird auf Schritte von {count} Minuten aufgerundet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and {count} more</source>
        <comment>{names} and one more</comment>
        <translation>
            <numerusform>{names} und eine weitere</numerusform>
            <numerusform>{names} und {count} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Never billed: {names}.</source>
        <translation>Nie abgerechnet: {names}.</translation>
    </message>
    <message>
        <source>An hour of it goes out with 0 h billed.</source>
        <translation>Eine Stunde davon wird mit 0 h abgerechnet.</translation>
    </message>
    <message>
        <source>Entries go out with your narrative only.</source>
        <translation>Einträge gehen nur mit Ihrem Text hinaus.</translation>
    </message>
    <message>
        <source>Each entry can still add its summary.</source>
        <translation>Jeder Eintrag kann seine Zusammenfassung trotzdem anfügen.</translation>
    </message>
    <message>
        <source>Closed matters are not offered and not recognised.</source>
        <translation>Geschlossene Akten werden weder angeboten noch erkannt.</translation>
    </message>
    <message>
        <source>Rows that have one keep it.</source>
        <translation>Zeilen, die eine haben, behalten sie.</translation>
    </message>
    <message numerus="yes">
        <source>Matters are synced every {count} minutes.</source>
        <comment>Matters are synced every minute.</comment>
        <translation>
            <numerusform>Akten werden jede Minute abgeglichen.</numerusform>
            <numerusform>Akten werden alle {count} Minuten abgeglichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A new one is here after {count} minutes at most.</source>
        <comment>A new one is here after a minute.</comment>
        <translation>
            <numerusform>Eine neue ist nach einer Minute hier.</numerusform>
            <numerusform>Eine neue ist nach höchstens {count} Minuten hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Activity types are synced every {count} minutes.</source>
        <comment>Activity types are synced every minute.</comment>
        <translation>
            <numerusform>Tätigkeitsarten werden jede Minute abgeglichen.</numerusform>
            <numerusform>Tätigkeitsarten werden alle {count} Minuten abgeglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>billed</source>
        <translation>abgerechnet</translation>
    </message>
    <message>
        <source>no charge</source>
        <translation>ohne Berechnung</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>non-billable</source>
        <translation>nicht abrechenbar</translation>
    </message>
    <message>
        <source>There are no drafts on that day, so nothing else changes there.</source>
        <translation>An diesem Tag gibt es keine Entwürfe, darum ändert sich dort sonst nichts.</translation>
    </message>
    <message numerus="yes">
        <source>All {count} drafts of the day stay as they are.</source>
        <comment>The draft of the day stays as it is.</comment>
        <translation>
            <numerusform>Der Entwurf des Tages bleibt, wie er ist.</numerusform>
            <numerusform>Alle {count} Entwürfe des Tages bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>with the summary</source>
        <translation>mit der Zusammenfassung</translation>
    </message>
    <message>
        <source>without the summary</source>
        <translation>ohne die Zusammenfassung</translation>
    </message>
    <message>
        <source>{time} is billed as {hours} h.</source>
        <translation>{time} wird als {hours} h abgerechnet.</translation>
    </message>
    <message>
        <source>No activity type is non-billable by itself.</source>
        <translation>Keine Tätigkeitsart ist von sich aus nicht abrechenbar.</translation>
    </message>
    <message>
        <source>Each entry can still be so.</source>
        <translation>Jeder einzelne Eintrag kann es sein.</translation>
    </message>
    <message>
        <source>Below your narrative, an entry says the time worked and charged.</source>
        <translation>Unter Ihrem Text nennt ein Eintrag die gearbeitete und die berechnete Zeit.</translation>
    </message>
    <message>
        <source>Each entry can still go without.</source>
        <translation>Jeder Eintrag kann trotzdem ohne sie hinausgehen.</translation>
    </message>
    <message>
        <source>Closed matters are offered and recognised like others.</source>
        <translation>Geschlossene Akten werden wie andere angeboten und erkannt.</translation>
    </message>
    <message>
        <source>Before anything is sent there, you are asked.</source>
        <translation>Bevor etwas dorthin gesendet wird, werden Sie gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>{count} closed matters would be offered.</source>
        <comment>One closed matter would be offered.</comment>
        <translation>
            <numerusform>Eine geschlossene Akte würde angeboten.</numerusform>
            <numerusform>{count} geschlossene Akten würden angeboten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} closed matters would no longer be offered.</source>
        <comment>One closed matter would no longer be offered.</comment>
        <translation>
            <numerusform>Eine geschlossene Akte würde nicht mehr angeboten.</numerusform>
            <numerusform>{count} geschlossene Akten würden nicht mehr angeboten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows of the day would get their matter.</source>
        <comment>One row of the day would get its matter.</comment>
        <translation>
            <numerusform>Eine Zeile des Tages bekäme ihre Akte.</numerusform>
            <numerusform>{count} Zeilen des Tages bekämen ihre Akte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows keep their closed matters.</source>
        <comment>One row keeps its closed matter.</comment>
        <translation>
            <numerusform>Eine Zeile behält ihre geschlossene Akte.</numerusform>
            <numerusform>{count} Zeilen behalten ihre geschlossenen Akten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{before} h → {after} h</source>
        <translation>{before} h → {after} h</translation>
    </message>
</context>
<context>
    <name>shell/report_words</name>
    <message>
        <source>{time} worked</source>
        <translation>{time} gearbeitet</translation>
    </message>
    <message>
        <source>Weighting and figures of your own took {change} off.</source>
        <translation>Gewichtung und eigene Werte verringerten es um {change}.</translation>
    </message>
    <message>
        <source>Rounding took {change} off {what}.</source>
        <translation>Rundung verringerte {what} um {change}.</translation>
    </message>
    <message>
        <source>{time} given away: non-billable, at no charge or hidden.</source>
        <translation>{time} verschenkt: nicht abrechenbar, ohne Berechnung oder ausgeblendet.</translation>
    </message>
    <message>
        <source>Goal: {sent} sent of {due} due by today, {whole} in all.</source>
        <translation>Ziel: {sent} gesendet von {due}, die bis heute fällig sind, {whole} insgesamt.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Realised</source>
        <translation>Realisiert</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Recorded and in no entry yet</source>
        <translation>Aufgezeichnet und noch in keinem Eintrag</translation>
    </message>
    <message>
        <source>Worked, in entries that are not sent</source>
        <translation>Gearbeitet, in noch nicht gesendeten Einträgen</translation>
    </message>
    <message>
        <source>Worked, in entries that Actionstep has</source>
        <translation>Gearbeitet, in Einträgen, die Actionstep hat</translation>
    </message>
    <message>
        <source>Drafts and sent together, to the second</source>
        <translation>Entwürfe und Gesendetes zusammen, auf die Sekunde</translation>
    </message>
    <message>
        <source>What goes on bills with an amount, after rounding</source>
        <translation>Was mit einem Betrag auf Rechnungen kommt, nach der Rundung</translation>
    </message>
    <message>
        <source>Billed of worked, in per cent</source>
        <translation>Abgerechnet von Gearbeitetem, in Prozent</translation>
    </message>
    <message>
        <source>How many entries</source>
        <translation>Wie viele Einträge</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>Weighting and figures of your own added {change}.</source>
        <translation>Gewichtung und eigene Werte erhöhten es um {change}.</translation>
    </message>
    <message>
        <source>Rounding changed nothing.</source>
        <translation>Rundung änderte nichts.</translation>
    </message>
    <message>
        <source>Rounding added {change} to {what}.</source>
        <translation>Rundung erhöhte {what} um {change}.</translation>
    </message>
    <message>
        <source>{change} of it by rounding</source>
        <translation>davon {change} durch Rundung</translation>
    </message>
    <message>
        <source>{change} less by rounding</source>
        <translation>{change} weniger durch Rundung</translation>
    </message>
    <message numerus="yes">
        <source>Goal: {sent} sent of {whole} for {count} working days.</source>
        <comment>Goal: {sent} sent of {whole} for one working day.</comment>
        <translation>
            <numerusform>Ziel: {sent} gesendet von {whole} für einen Arbeitstag.</numerusform>
            <numerusform>Ziel: {sent} gesendet von {whole} für {count} Arbeitstage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Matter id</source>
        <translation>Aktennummer</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation>Tätigkeitsart</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>Tätigkeitstext</translation>
    </message>
    <message>
        <source>Worked, seconds</source>
        <translation>Gearbeitet, Sekunden</translation>
    </message>
    <message>
        <source>Worked, hours</source>
        <translation>Gearbeitet, Stunden</translation>
    </message>
    <message>
        <source>Billed, hours</source>
        <translation>Abgerechnet, Stunden</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>Actionstep id</source>
        <translation>Actionstep-Nummer</translation>
    </message>
    <message>
        <source>Posting reference</source>
        <translation>Sendekennung</translation>
    </message>
    <message>
        <source>Task code</source>
        <translation>Aufgabencode</translation>
    </message>
    <message>
        <source>Activity code</source>
        <translation>Tätigkeitscode</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Kein Mandant</translation>
    </message>
    <message>
        <source>No activity type</source>
        <translation>Keine Tätigkeitsart</translation>
    </message>
    <message>
        <source>{activity_type} (no longer known)</source>
        <translation>{activity_type} (nicht mehr bekannt)</translation>
    </message>
    <message>
        <source>what is billed then</source>
        <translation>was dann abgerechnet wird</translation>
    </message>
</context>
<context>
    <name>shell/review_sentences</name>
    <message>
        <source>A stretch of time must last between a second and {most} seconds. Nothing was changed.</source>
        <translation>Eine Zeitspanne dauert zwischen einer Sekunde und {most} Sekunden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>That time has not come yet, so nothing was added. Choose an end that lies in the past.</source>
        <translation>Diese Zeit ist noch nicht gekommen, daher wurde nichts erfasst. Wählen Sie ein Ende, das in der Vergangenheit liegt.</translation>
    </message>
    <message>
        <source>All of that time is in an entry or stated already, so nothing was added.</source>
        <translation>Diese Zeit steht schon ganz in einem Eintrag oder ist angegeben, daher wurde nichts erfasst.</translation>
    </message>
    <message>
        <source>Some of that time is stated already. Choose a stretch beside it; nothing was changed.</source>
        <translation>Ein Teil dieser Zeit ist schon angegeben. Wählen Sie eine Spanne daneben; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>No timer is running.</source>
        <translation>Keine Stoppuhr läuft.</translation>
    </message>
    <message>
        <source>A timer counts work; “{occupation}” is none. Choose call, meeting, hearing or another.</source>
        <translation>Eine Stoppuhr zählt Arbeit; „{occupation}“ ist keine. Wählen Sie Telefonat, Besprechung, Gerichtstermin oder anderes.</translation>
    </message>
    <message>
        <source>A row can only be split between its first and its last second. Nothing was changed.</source>
        <translation>Eine Zeile lässt sich nur zwischen ihrer ersten und ihrer letzten Sekunde teilen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This row was never split, so there is nothing to join.</source>
        <translation>Diese Zeile wurde nie geteilt, daher gibt es nichts zu verbinden.</translation>
    </message>
    <message>
        <source>This row is in no draft and not in the trash. Nothing was changed.</source>
        <translation>Diese Zeile steht in keinem Entwurf und nicht im Papierkorb. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This row belongs to a draft. Take it out of the draft first; nothing was changed.</source>
        <translation>Diese Zeile gehört zu einem Entwurf. Nehmen Sie sie erst heraus; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This row was sent to Actionstep, so it stays as it is here. Take the entry back there first.</source>
        <translation>Diese Zeile wurde an Actionstep gesendet und bleibt daher hier, wie sie ist. Nehmen Sie erst den Eintrag dort zurück.</translation>
    </message>
    <message>
        <source>This row is in the trash. Restore it first; nothing was changed.</source>
        <translation>Diese Zeile liegt im Papierkorb. Stellen Sie sie erst wieder her; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Private time stays private: it cannot be tagged, moved or sent.</source>
        <translation>Private Zeit bleibt privat: Sie kann nicht zugeordnet, verschoben oder gesendet werden.</translation>
    </message>
    <message>
        <source>Select rows of one draft to make an entry of their own. Nothing was changed.</source>
        <translation>Wählen Sie Zeilen eines Entwurfs, um daraus einen eigenen Eintrag zu machen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>That is all of entry {entry}. Leave at least one row in it; nothing was changed.</source>
        <translation>Das ist der ganze Eintrag {entry}. Lassen Sie mindestens eine Zeile darin; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Select rows of at least two drafts to make one of them. Nothing was changed.</source>
        <translation>Wählen Sie Zeilen aus mindestens zwei Entwürfen, um daraus einen zu machen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>These drafts have different work dates, so they stay apart. Nothing was changed.</source>
        <translation>Diese Entwürfe haben verschiedene Arbeitstage und bleiben daher getrennt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>These drafts are for different matters, so they stay apart. Nothing was changed.</source>
        <translation>Diese Entwürfe gehören zu verschiedenen Akten und bleiben daher getrennt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>These drafts are different people&apos;s time, so they stay apart. Nothing was changed.</source>
        <translation>Diese Entwürfe sind Zeit verschiedener Personen und bleiben daher getrennt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Billed time must lie between 0 and 24 hours. The figure before stays.</source>
        <translation>Abgerechnete Zeit muss zwischen 0 und 24 Stunden liegen. Der vorherige Wert bleibt.</translation>
    </message>
    <message>
        <source>“{text}” is no length of time. Type hours such as 0.6 or 1:30; the figure before stays.</source>
        <translation>„{text}“ ist keine Zeitdauer. Geben Sie Stunden ein, etwa 0,6 oder 1:30; der vorherige Wert bleibt.</translation>
    </message>
    <message>
        <source>Time must lie between 0 and {most} hours. The figure before stays.</source>
        <translation>Die Zeit muss zwischen 0 und {most} Stunden liegen. Der vorherige Wert bleibt.</translation>
    </message>
    <message>
        <source>Entry {entry} has no activity type yet, and your team asks for one. Choose one, then send.</source>
        <translation>Eintrag {entry} hat noch keine Tätigkeitsart, und Ihr Team verlangt eine. Wählen Sie eine und senden Sie dann.</translation>
    </message>
    <message>
        <source>Entry {entry} has no narrative yet, and yours asks for one. Say what you did, then send.</source>
        <translation>Eintrag {entry} hat noch keinen Tätigkeitstext, und Ihre Einstellungen verlangen einen. Sagen Sie, was Sie getan haben, und senden Sie dann.</translation>
    </message>
    <message>
        <source>Something else changed the same since, such as sending, so this step cannot be taken back. Nothing was changed.</source>
        <translation>Etwas anderes hat inzwischen dasselbe geändert, etwa das Senden; dieser Schritt lässt sich nicht zurücknehmen. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>shell/selftest_sentences</name>
    <message>
        <source>It needs “{needed}”, which did not pass.</source>
        <translation>Dazu müsste „{needed}“ bestanden sein.</translation>
    </message>
    <message>
        <source>The {seconds} seconds of the self-test were over before.</source>
        <translation>Die {seconds} Sekunden des Selbsttests waren vorher um.</translation>
    </message>
    <message>
        <source>There is no display here. Run the self-test inside a desktop session to see it too.</source>
        <translation>Hier gibt es keinen Bildschirm. Führen Sie den Selbsttest in einer Desktop-Sitzung aus, um auch das zu prüfen.</translation>
    </message>
    <message>
        <source>This desktop has no keyring, so a key file of its own was used. A person needs a keyring, or the key file that WISESTEP_KEY_FILE names.</source>
        <translation>Dieser Desktop hat keinen Schlüsselbund, daher diente eine eigene Schlüsseldatei. Wer hier arbeitet, braucht einen Schlüsselbund oder die Schlüsseldatei, die WISESTEP_KEY_FILE nennt.</translation>
    </message>
    <message>
        <source>The notices of third parties are made by the build of the installed program.</source>
        <translation>Die Hinweise Dritter entstehen beim Bau des installierten Programms.</translation>
    </message>
    <message>
        <source>This build has no browser of its own; people sign in with the system&apos;s browser.</source>
        <translation>Diese Ausgabe hat keinen eigenen Browser; angemeldet wird im Browser des Systems.</translation>
    </message>
    <message>
        <source>The browser engine does not run under Wine ({version}); it does on Windows.</source>
        <translation>Der Browser läuft unter Wine ({version}) nicht, unter Windows schon.</translation>
    </message>
    <message>
        <source>The folder {folder} was not made by a self-test, so none can use it.</source>
        <translation>Der Ordner {folder} stammt von keinem Selbsttest, daher kann ihn keiner benutzen.</translation>
    </message>
    <message>
        <source>A self-test signs in to the practice Actionstep on this computer, and nowhere else.</source>
        <translation>Ein Selbsttest meldet sich beim Übungs-Actionstep auf diesem Computer an und nirgends sonst.</translation>
    </message>
    <message>
        <source>It had not ended when the {seconds} seconds of the self-test were over.</source>
        <translation>Es war nicht zu Ende, als die {seconds} Sekunden des Selbsttests um waren.</translation>
    </message>
    <message>
        <source>There is a fault in the self-test or in the program ({kind}). Please report it.</source>
        <translation>Im Selbsttest oder im Programm ist ein Fehler ({kind}). Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>A process of the program ended by itself (status {status}). Its last words: “{said}”.</source>
        <translation>Ein Prozess des Programms endete von selbst (Status {status}). Seine letzten Worte: „{said}“.</translation>
    </message>
    <message>
        <source>The program cannot be started again ({reason}). Check what blocks new programs here.</source>
        <translation>Das Programm lässt sich nicht noch einmal starten ({reason}). Prüfen Sie, was hier neue Programme sperrt.</translation>
    </message>
    <message>
        <source>The file {file} is missing or empty: the program is not installed whole. Install it again.</source>
        <translation>Die Datei {file} fehlt oder ist leer: Das Programm ist nicht vollständig installiert. Installieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The {what} cannot be read ({kind}): the program is damaged. Install it again.</source>
        <translation>Nicht lesbar: {what} ({kind}). Das Programm ist beschädigt. Installieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The texts in the language “{language}” are missing. Install the program again.</source>
        <translation>Die Texte in der Sprache „{language}“ fehlen. Installieren Sie das Programm noch einmal.</translation>
    </message>
    <message>
        <source>The texts in the language “{language}” say nothing. Install the program again.</source>
        <translation>Die Texte in der Sprache „{language}“ sagen nichts. Installieren Sie das Programm noch einmal.</translation>
    </message>
    <message>
        <source>The program&apos;s own licence is missing. Install it again.</source>
        <translation>Die Lizenz des Programms selbst fehlt. Installieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing says under which licence these packages are: {names}.</source>
        <translation>Von diesen Paketen ist keine Lizenz bekannt: {names}.</translation>
    </message>
    <message>
        <source>The keyring still has what was deleted from it.</source>
        <translation>Der Schlüsselbund enthält noch, was daraus gelöscht wurde.</translation>
    </message>
    <message>
        <source>What was written into an encrypted timeline was not there afterwards.</source>
        <translation>Was in einen verschlüsselten Zeitverlauf geschrieben wurde, war danach nicht da.</translation>
    </message>
    <message>
        <source>The timeline&apos;s file is not encrypted. Do not use this installation.</source>
        <translation>Die Datei des Zeitverlaufs ist nicht verschlüsselt. Benutzen Sie diese Installation nicht.</translation>
    </message>
    <message>
        <source>The timeline opens under a wrong key. Do not use this installation.</source>
        <translation>Der Zeitverlauf lässt sich mit einem falschen Schlüssel öffnen. Benutzen Sie diese Installation nicht.</translation>
    </message>
    <message>
        <source>The practice Actionstep did not answer within {seconds} seconds. Check what blocks connections of this computer to itself.</source>
        <translation>Das Übungs-Actionstep antwortete nicht innerhalb von {seconds} Sekunden. Prüfen Sie, was Verbindungen dieses Computers zu sich selbst sperrt.</translation>
    </message>
    <message>
        <source>The practice Actionstep on this computer cannot be reached. Check what blocks connections of this computer to itself.</source>
        <translation>Das Übungs-Actionstep auf diesem Computer ist nicht erreichbar. Prüfen Sie, was Verbindungen dieses Computers zu sich selbst sperrt.</translation>
    </message>
    <message>
        <source>The sign-in window did not end its work within {seconds} seconds.</source>
        <translation>Das Anmeldefenster wurde nicht innerhalb von {seconds} Sekunden fertig.</translation>
    </message>
    <message>
        <source>{found} matters came where there are {wanted}.</source>
        <translation>{found} Akten kamen an, wo es {wanted} gibt.</translation>
    </message>
    <message>
        <source>The entry was neither sent nor refused within {seconds} seconds.</source>
        <translation>Der Eintrag wurde innerhalb von {seconds} Sekunden weder gesendet noch abgelehnt.</translation>
    </message>
    <message>
        <source>The entry was refused ({reason}).</source>
        <translation>Der Eintrag wurde abgelehnt ({reason}).</translation>
    </message>
    <message>
        <source>The practice Actionstep has {found} entries after one was sent, and {right} with the right hours and matter.</source>
        <translation>Das Übungs-Actionstep hat {found} Einträge, nachdem einer gesendet wurde, davon {right} mit den richtigen Stunden und der richtigen Akte.</translation>
    </message>
    <message>
        <source>The program did not start within {seconds} seconds.</source>
        <translation>Das Programm startete nicht innerhalb von {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>The program did not begin to record within {seconds} seconds.</source>
        <translation>Das Programm begann nicht innerhalb von {seconds} Sekunden mit der Aufzeichnung.</translation>
    </message>
    <message>
        <source>No window could be opened within {seconds} seconds.</source>
        <translation>Innerhalb von {seconds} Sekunden ließ sich kein Fenster öffnen.</translation>
    </message>
    <message>
        <source>The window that was opened is not in the timeline after {seconds} seconds. Was another window in front, or the screen locked? Leave the computer alone meanwhile, and run the self-test again.</source>
        <translation>Das geöffnete Fenster steht nach {seconds} Sekunden nicht im Zeitverlauf. War ein anderes Fenster vorn oder der Bildschirm gesperrt? Lassen Sie den Computer währenddessen in Ruhe und führen Sie den Selbsttest noch einmal aus.</translation>
    </message>
    <message>
        <source>A title with the reference of a matter was not given that matter.</source>
        <translation>Ein Titel mit dem Aktenzeichen einer Akte bekam diese Akte nicht.</translation>
    </message>
    <message>
        <source>A title that says nothing was given a matter.</source>
        <translation>Ein Titel, der nichts sagt, bekam eine Akte.</translation>
    </message>
    <message>
        <source>A second start of the program did not end within {seconds} seconds.</source>
        <translation>Ein zweiter Start des Programms endete nicht innerhalb von {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>What a second start of the program was to open did not reach the first within {seconds} seconds.</source>
        <translation>Was ein zweiter Start des Programms öffnen sollte, erreichte den ersten nicht innerhalb von {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>The program did not end within {seconds} seconds of being asked to.</source>
        <translation>Das Programm endete nicht innerhalb von {seconds} Sekunden, nachdem es darum gebeten wurde.</translation>
    </message>
    <message>
        <source>The throw-away folder {folder} could not be deleted. Delete it by hand.</source>
        <translation>Der Wegwerf-Ordner {folder} ließ sich nicht löschen. Löschen Sie ihn von Hand.</translation>
    </message>
</context>
<context>
    <name>shell/sentences</name>
    <message>
        <source>Actionstep cannot be reached. Your time is kept here and sent when it answers again.</source>
        <translation>Actionstep ist nicht erreichbar. Ihre Zeit bleibt hier und wird gesendet, sobald es wieder antwortet.</translation>
    </message>
    <message>
        <source>The connection to Actionstep broke off. Nothing is lost; try again in a moment.</source>
        <translation>Die Verbindung zu Actionstep ist abgebrochen. Nichts ist verloren; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Actionstep did not answer in time. Nothing is lost; try again in a moment.</source>
        <translation>Actionstep hat nicht rechtzeitig geantwortet. Nichts ist verloren; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The certificate of Actionstep&apos;s server is not trusted on this computer, so nothing was sent. Ask whoever looks after your network.</source>
        <translation>Dem Zertifikat des Actionstep-Servers wird auf diesem Computer nicht vertraut, daher wurde nichts gesendet. Fragen Sie, wer Ihr Netzwerk betreut.</translation>
    </message>
    <message>
        <source>The proxy of this network refused the connection. Ask whoever looks after your network.</source>
        <translation>Der Proxy dieses Netzwerks hat die Verbindung abgelehnt. Fragen Sie, wer Ihr Netzwerk betreut.</translation>
    </message>
    <message>
        <source>Actionstep asks for a pause. Your time waits here and is sent afterwards.</source>
        <translation>Actionstep bittet um eine Pause. Ihre Zeit wartet hier und wird danach gesendet.</translation>
    </message>
    <message>
        <source>Actionstep is being maintained. Your time waits here and is sent afterwards.</source>
        <translation>Actionstep wird gewartet. Ihre Zeit wartet hier und wird danach gesendet.</translation>
    </message>
    <message>
        <source>Actionstep has a problem (status {status}). Nothing is lost; try again later.</source>
        <translation>Actionstep hat eine Störung (Status {status}). Nichts ist verloren; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Actionstep&apos;s answer could not be read. Nothing was changed; try again in a moment.</source>
        <translation>Die Antwort von Actionstep war nicht lesbar. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Actionstep&apos;s answer held no {resource}. Nothing was changed; try again in a moment.</source>
        <translation>Die Antwort von Actionstep enthielt kein {resource}. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Actionstep&apos;s list of {resource} could not be read. Nothing was changed.</source>
        <translation>Die Liste {resource} von Actionstep war nicht lesbar. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Actionstep&apos;s answer has no usable {field}. Nothing was changed.</source>
        <translation>Die Antwort von Actionstep hat kein brauchbares {field}. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Actionstep&apos;s answer is far too large to be true, so it was not read.</source>
        <translation>Die Antwort von Actionstep ist viel zu groß, um wahr zu sein, und wurde daher nicht gelesen.</translation>
    </message>
    <message>
        <source>Actionstep&apos;s server sent us to another address. We never follow; check the connection.</source>
        <translation>Der Server von Actionstep hat uns an eine andere Adresse verwiesen. Dem folgen wir nie; prüfen Sie die Verbindung.</translation>
    </message>
    <message>
        <source>WiseStep is closing. What waits to be sent is kept and goes out next time.</source>
        <translation>WiseStep wird beendet. Was auf das Senden wartet, bleibt gespeichert und geht beim nächsten Mal hinaus.</translation>
    </message>
    <message>
        <source>Another WiseStep is renewing the sign-in. Nothing is lost; try again in a moment.</source>
        <translation>Ein anderes WiseStep erneuert gerade die Anmeldung. Nichts ist verloren; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Matters are being synced already; there is nothing to do but wait a moment.</source>
        <translation>Die Akten werden bereits abgeglichen; es ist nichts zu tun, als einen Moment zu warten.</translation>
    </message>
    <message>
        <source>Not connected to Actionstep yet. Connect first; until then your time is kept here.</source>
        <translation>Noch nicht mit Actionstep verbunden. Verbinden Sie zuerst; bis dahin bleibt Ihre Zeit hier.</translation>
    </message>
    <message>
        <source>Actionstep asks you to sign in again. What waits to be sent is kept and goes out afterwards.</source>
        <translation>Actionstep bittet Sie, sich neu anzumelden. Was auf das Senden wartet, bleibt gespeichert und geht danach hinaus.</translation>
    </message>
    <message>
        <source>Access was declined, so nothing was connected. Connect again whenever you like.</source>
        <translation>Der Zugriff wurde abgelehnt, daher wurde nichts verbunden. Verbinden Sie wieder, wann immer Sie möchten.</translation>
    </message>
    <message>
        <source>Actionstep refused the sign-in ({error}). Check the connection settings, then try again.</source>
        <translation>Actionstep hat die Anmeldung abgelehnt ({error}). Prüfen Sie die Verbindungseinstellungen und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The answer to the sign-in does not belong to it, so it was thrown away. Please sign in again.</source>
        <translation>Die Antwort auf die Anmeldung gehört nicht zu ihr und wurde daher verworfen. Bitte melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>The sign-in came back without an answer. Please try again.</source>
        <translation>Die Anmeldung kam ohne Antwort zurück. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Actionstep does not know this client id and secret. Check connection.client_id and connection.client_secret.</source>
        <translation>Actionstep kennt diese Client-ID und dieses Geheimnis nicht. Prüfen Sie connection.client_id und connection.client_secret.</translation>
    </message>
    <message>
        <source>Actionstep no longer accepts this sign-in. Please sign in once more.</source>
        <translation>Actionstep nimmt diese Anmeldung nicht mehr an. Bitte melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>The sign-in server answered something that is no answer. Check connection.token_url.</source>
        <translation>Der Anmeldeserver hat etwas geantwortet, das keine Antwort ist. Prüfen Sie connection.token_url.</translation>
    </message>
    <message>
        <source>The sign-in server granted nothing usable. Check connection.token_url.</source>
        <translation>Der Anmeldeserver hat nichts Brauchbares gewährt. Prüfen Sie connection.token_url.</translation>
    </message>
    <message>
        <source>The sign-in server did not say where Actionstep is. Check connection.token_url.</source>
        <translation>Der Anmeldeserver hat nicht gesagt, wo Actionstep ist. Prüfen Sie connection.token_url.</translation>
    </message>
    <message>
        <source>The sign-in server names {host} as Actionstep, which is not allowed. If it is right, add it to connection.allowed_api_hosts.</source>
        <translation>Der Anmeldeserver nennt {host} als Actionstep, was nicht erlaubt ist. Wenn es stimmt, fügen Sie es connection.allowed_api_hosts hinzu.</translation>
    </message>
    <message>
        <source>This timeline belongs to {known}, and {count} of its entries are not sent yet. Send or discard them before you connect to {organisation}; nothing was changed.</source>
        <translation>Dieser Zeitverlauf gehört zu {known}, und {count} seiner Einträge sind noch nicht gesendet. Senden oder verwerfen Sie sie, bevor Sie sich mit {organisation} verbinden; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Actionstep was not reached for a long time, so the sign-in ends at {date}. Go online before that, or sign in again; your time is kept.</source>
        <translation>Actionstep wurde lange nicht erreicht, daher endet die Anmeldung am {date}. Gehen Sie vorher online oder melden Sie sich neu an; Ihre Zeit bleibt gespeichert.</translation>
    </message>
    <message>
        <source>You signed in as {person}, but entries of {known} wait to be sent. Sign in as {known} to send them first; the new sign-in was forgotten and nothing was changed.</source>
        <translation>Sie haben sich als {person} angemeldet, aber es warten Einträge von {known} auf das Senden. Melden Sie sich als {known} an, um sie zuerst zu senden; die neue Anmeldung wurde vergessen und nichts geändert.</translation>
    </message>
    <message>
        <source>Actionstep renewed the sign-in for another organisation ({organisation}), so it is not used. Please sign in again; what waits to be sent is kept.</source>
        <translation>Actionstep hat die Anmeldung für eine andere Organisation erneuert ({organisation}), daher wird sie nicht benutzt. Bitte melden Sie sich neu an; was auf das Senden wartet, bleibt gespeichert.</translation>
    </message>
    <message>
        <source>The sign-in window was closed, so nothing was connected. Connect again whenever you like.</source>
        <translation>Das Anmeldefenster wurde geschlossen, daher wurde nichts verbunden. Verbinden Sie wieder, wann immer Sie möchten.</translation>
    </message>
    <message>
        <source>Nobody finished the sign-in in time, so nothing was connected. Please try again.</source>
        <translation>Niemand hat die Anmeldung rechtzeitig abgeschlossen, daher wurde nichts verbunden. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The sign-in window could not be opened. Use your own browser: wisestep connect --browser system.</source>
        <translation>Das Anmeldefenster konnte nicht geöffnet werden. Verwenden Sie Ihren eigenen Browser: wisestep connect --browser system.</translation>
    </message>
    <message>
        <source>There is no screen for the sign-in window. Use: wisestep connect --browser system --no-open.</source>
        <translation>Es gibt keinen Bildschirm für das Anmeldefenster. Verwenden Sie: wisestep connect --browser system --no-open.</translation>
    </message>
    <message>
        <source>The sign-in window ended unexpectedly; nothing was connected. Try again, or use your own browser.</source>
        <translation>Das Anmeldefenster endete unerwartet; es wurde nichts verbunden. Versuchen Sie es noch einmal oder verwenden Sie Ihren eigenen Browser.</translation>
    </message>
    <message>
        <source>You chose your own browser for signing in.</source>
        <translation>Sie haben für die Anmeldung Ihren eigenen Browser gewählt.</translation>
    </message>
    <message>
        <source>The sign-in window does not open for the system administrator (root), whom a web page could harm most. Start WiseStep as yourself.</source>
        <translation>Das Anmeldefenster öffnet sich nicht für den Systemverwalter (root), dem eine Webseite am meisten schaden könnte. Starten Sie WiseStep unter Ihrem eigenen Namen.</translation>
    </message>
    <message>
        <source>Port {port} for the sign-in&apos;s answer is in use. Close what uses it, or paste the address: wisestep connect --paste.</source>
        <translation>Port {port} für die Antwort der Anmeldung ist belegt. Schließen Sie, was ihn belegt, oder fügen Sie die Adresse ein: wisestep connect --paste.</translation>
    </message>
    <message>
        <source>connection.redirect_uri is no address of this computer. Change it, or paste the address the browser ends at: wisestep connect --paste.</source>
        <translation>connection.redirect_uri ist keine Adresse dieses Computers. Ändern Sie sie oder fügen Sie die Adresse ein, bei der der Browser ankommt: wisestep connect --paste.</translation>
    </message>
    <message>
        <source>The connection broke while sending. Actionstep is asked before anything is sent again.</source>
        <translation>Die Verbindung brach beim Senden ab. Actionstep wird gefragt, bevor etwas noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>Actionstep did not answer in time. It is asked before anything is sent again.</source>
        <translation>Actionstep hat nicht rechtzeitig geantwortet. Es wird gefragt, bevor etwas noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>Actionstep had a problem while sending. It is asked before anything is sent again.</source>
        <translation>Actionstep hatte beim Senden eine Störung. Es wird gefragt, bevor etwas noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>Actionstep&apos;s answer was unreadable. It is asked before anything is sent again.</source>
        <translation>Die Antwort von Actionstep war unlesbar. Es wird gefragt, bevor etwas noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>WiseStep ended while sending. Actionstep is asked before anything is sent again.</source>
        <translation>WiseStep endete beim Senden. Actionstep wird gefragt, bevor etwas noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>Actionstep has this entry more than once. Delete the extra one there; nothing is sent again.</source>
        <translation>Actionstep hat diesen Eintrag mehrfach. Löschen Sie dort den überzähligen; nichts wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Waits for an entry just like it, of which nobody knows yet whether it arrived. It goes out by itself.</source>
        <translation>Wartet auf einen ebensolchen Eintrag, von dem noch niemand weiß, ob er angekommen ist. Er geht von selbst hinaus.</translation>
    </message>
    <message>
        <source>Actionstep has {fields} otherwise than it was sent. Please compare.</source>
        <translation>In Actionstep anders, als gesendet wurde: {fields}. Bitte vergleichen Sie.</translation>
    </message>
    <message>
        <source>Actionstep rounded {fields} by its own rules; what it has is shown.</source>
        <translation>Actionstep hat nach eigenen Regeln gerundet: {fields}. Angezeigt wird, was es hat.</translation>
    </message>
    <message>
        <source>Actionstep put it on another day. Correct the date there, and ask whoever manages Actionstep about the organisation&apos;s time zone.</source>
        <translation>Actionstep hat den Eintrag auf einen anderen Tag gelegt. Korrigieren Sie dort das Datum, und fragen Sie, wer Actionstep verwaltet, nach der Zeitzone der Organisation.</translation>
    </message>
    <message>
        <source>Entry {entry} is on bill {bill} already, so it cannot be changed any more.</source>
        <translation>Eintrag {entry} steht schon auf Rechnung {bill} und kann nicht mehr geändert werden.</translation>
    </message>
    <message>
        <source>Entry {entry} is locked in Actionstep, so it cannot be changed. Ask whoever manages billing.</source>
        <translation>Eintrag {entry} ist in Actionstep gesperrt und kann nicht geändert werden. Fragen Sie, wer die Abrechnung verwaltet.</translation>
    </message>
    <message>
        <source>Entry {entry} was deleted in Actionstep. Take it back to make it a draft again.</source>
        <translation>Eintrag {entry} wurde in Actionstep gelöscht. Nehmen Sie ihn zurück, damit er wieder ein Entwurf wird.</translation>
    </message>
    <message>
        <source>Somebody changed entry {entry} in Actionstep ({fields}). Look at it first; nothing was overwritten.</source>
        <translation>Jemand hat Eintrag {entry} in Actionstep geändert ({fields}). Sehen Sie ihn sich erst an; nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Nobody knows whether Actionstep took the change. Try again in a moment; that is safe.</source>
        <translation>Niemand weiß, ob Actionstep die Änderung angenommen hat. Versuchen Sie es gleich noch einmal; das ist ungefährlich.</translation>
    </message>
    <message>
        <source>Entry {entry} is {state}; only sent entries can be changed or taken back in Actionstep.</source>
        <translation>Eintrag {entry}: {state}. Nur gesendete Einträge lassen sich in Actionstep ändern oder zurücknehmen.</translation>
    </message>
    <message>
        <source>Entry {entry} is {state}; only an entry that waits to be sent can be held back.</source>
        <translation>Eintrag {entry}: {state}. Nur ein Eintrag, der auf das Senden wartet, lässt sich zurückhalten.</translation>
    </message>
    <message>
        <source>Entry {entry} may have reached Actionstep already, so it cannot be held back. Once that is known it can be taken back there.</source>
        <translation>Eintrag {entry} kann Actionstep schon erreicht haben und lässt sich daher nicht zurückhalten. Sobald das bekannt ist, lässt er sich dort zurücknehmen.</translation>
    </message>
    <message>
        <source>Entry {entry} was never sent.</source>
        <translation>Eintrag {entry} wurde nie gesendet.</translation>
    </message>
    <message>
        <source>This organisation takes time in Actionstep&apos;s older way, which this connection may not use. Ask for the rights timerecords and timerecordactivities, add them to connection.scopes, and sign in again.</source>
        <translation>Diese Organisation nimmt Zeit auf die ältere Weise von Actionstep an, die diese Verbindung nicht nutzen darf. Bitten Sie um die Rechte timerecords und timerecordactivities, fügen Sie sie connection.scopes hinzu und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>This organisation&apos;s Actionstep knows neither “no charge” nor “hide”. Choose bill or non-billable, then send.</source>
        <translation>Das Actionstep dieser Organisation kennt weder „ohne Berechnung“ noch „ausblenden“. Wählen Sie abrechenbar oder nicht abrechenbar und senden Sie dann.</translation>
    </message>
    <message>
        <source>The matter is a template in Actionstep. Choose a real one; the time is kept.</source>
        <translation>Die Akte ist in Actionstep eine Vorlage. Wählen Sie eine echte; die Zeit bleibt gespeichert.</translation>
    </message>
    <message>
        <source>Actionstep did not accept this entry. Change it, then send again.</source>
        <translation>Actionstep hat diesen Eintrag nicht angenommen. Ändern Sie ihn und senden Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Actionstep does not let you record time there. Ask whoever manages the matter.</source>
        <translation>Actionstep lässt Sie dort keine Zeit erfassen. Fragen Sie, wer die Akte verwaltet.</translation>
    </message>
    <message>
        <source>This sign-in has no right to use {resource}. Ask Actionstep to grant the scope {resource}, add it to connection.scopes, and sign in again; your time is kept.</source>
        <translation>Diese Anmeldung hat kein Recht auf {resource}. Bitten Sie Actionstep um die Berechtigung {resource}, fügen Sie sie connection.scopes hinzu und melden Sie sich neu an; Ihre Zeit bleibt gespeichert.</translation>
    </message>
    <message>
        <source>Actionstep has no such record for you (any more). Sync the matters, then try again.</source>
        <translation>Actionstep hat für Sie keinen solchen Datensatz (mehr). Gleichen Sie die Akten ab und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Actionstep says the record was changed meanwhile. Sync, then try again.</source>
        <translation>Actionstep sagt, der Datensatz wurde inzwischen geändert. Gleichen Sie ab und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Actionstep refused this ({status}).</source>
        <translation>Actionstep hat dies abgelehnt ({status}).</translation>
    </message>
    <message>
        <source>No matter has the number {matter}. Sync the matters if it is new.</source>
        <translation>Keine Akte hat die Nummer {matter}. Gleichen Sie die Akten ab, wenn sie neu ist.</translation>
    </message>
    <message>
        <source>The matter is no longer visible to you in Actionstep. Choose another one; the time is kept.</source>
        <translation>Die Akte ist für Sie in Actionstep nicht mehr sichtbar. Wählen Sie eine andere; die Zeit bleibt gespeichert.</translation>
    </message>
    <message>
        <source>The matter is closed in Actionstep. Confirm to send anyway, or choose another one.</source>
        <translation>Die Akte ist in Actionstep geschlossen. Bestätigen Sie, um trotzdem zu senden, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Entry {entry} has no matter yet. Choose one, then send.</source>
        <translation>Eintrag {entry} hat noch keine Akte. Wählen Sie eine und senden Sie dann.</translation>
    </message>
    <message>
        <source>Entry {entry} has no time, so there is nothing to send.</source>
        <translation>Eintrag {entry} hat keine Zeit, daher gibt es nichts zu senden.</translation>
    </message>
    <message>
        <source>There is no entry {entry}.</source>
        <translation>Es gibt keinen Eintrag {entry}.</translation>
    </message>
    <message>
        <source>Entry {entry} is {state} and cannot be changed here any more.</source>
        <translation>Eintrag {entry}: {state}. Er lässt sich hier nicht mehr ändern.</translation>
    </message>
    <message>
        <source>There is no row {row} on that day.</source>
        <translation>An diesem Tag gibt es keine Zeile {row}.</translation>
    </message>
    <message>
        <source>A private row has no title and cannot be sent.</source>
        <translation>Eine private Zeile hat keinen Titel und kann nicht gesendet werden.</translation>
    </message>
    <message>
        <source>That time already belongs to entry {entry}.</source>
        <translation>Diese Zeit gehört schon zu Eintrag {entry}.</translation>
    </message>
    <message>
        <source>Row {row} is in the trash. Take it out first.</source>
        <translation>Zeile {row} liegt im Papierkorb. Holen Sie sie erst heraus.</translation>
    </message>
    <message>
        <source>No rows were chosen.</source>
        <translation>Es wurden keine Zeilen gewählt.</translation>
    </message>
    <message>
        <source>The rows lie on several days; an entry has one date.</source>
        <translation>Die Zeilen liegen an mehreren Tagen; ein Eintrag hat ein Datum.</translation>
    </message>
    <message>
        <source>--seconds must lie between 1 and {most}.</source>
        <translation>--seconds muss zwischen 1 und {most} liegen.</translation>
    </message>
    <message>
        <source>No activity type is called “{name}”. See: wisestep activity-types.</source>
        <translation>Keine Tätigkeitsart heißt „{name}“. Siehe: wisestep activity-types.</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it as 2026-03-16.</source>
        <translation>„{text}“ ist kein Datum. Schreiben Sie es als 2026-03-16.</translation>
    </message>
    <message>
        <source>The dates run backwards: {first} comes after {last}. Name the earlier one first.</source>
        <translation>Die Daten laufen rückwärts: {first} kommt nach {last}. Nennen Sie das frühere zuerst.</translation>
    </message>
    <message>
        <source>Reports reach over up to {most} years. Name dates that are closer together.</source>
        <translation>Berichte reichen über bis zu {most} Jahre. Nennen Sie Daten, die näher beieinander liegen.</translation>
    </message>
    <message>
        <source>{file} exists already, so nothing was written. Choose another name, or add --force.</source>
        <translation>{file} gibt es schon, daher wurde nichts geschrieben. Wählen Sie einen anderen Namen oder geben Sie --force an.</translation>
    </message>
    <message>
        <source>{file} is a folder. Name a file in it.</source>
        <translation>{file} ist ein Ordner. Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>There is no folder {folder}, so nothing was written. Make it first, or choose another.</source>
        <translation>Es gibt keinen Ordner {folder}, daher wurde nichts geschrieben. Legen Sie ihn erst an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>You may not write to {folder}, so nothing was written. Choose another folder.</source>
        <translation>Sie dürfen nicht in {folder} schreiben, daher wurde nichts geschrieben. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full, so nothing was written. Make room, or choose another one.</source>
        <translation>Der Datenträger von {folder} ist voll, daher wurde nichts geschrieben. Schaffen Sie Platz oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Nothing was changed; choose another place.</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}. Es wurde nichts geändert; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>LEDES needs your firm&apos;s id, which is not set yet. Set it with: wisestep settings set export.ledes.law_firm_id VALUE.</source>
        <translation>LEDES braucht die Kennung Ihrer Kanzlei, die noch nicht gesetzt ist. Setzen Sie sie mit: wisestep settings set export.ledes.law_firm_id WERT.</translation>
    </message>
    <message>
        <source>LEDES needs to know who worked. Connect to Actionstep, or set it with: wisestep settings set export.timekeeper_id VALUE.</source>
        <translation>LEDES muss wissen, wer gearbeitet hat. Verbinden Sie sich mit Actionstep oder setzen Sie es mit: wisestep settings set export.timekeeper_id WERT.</translation>
    </message>
    <message>
        <source>Entry {entry} has no matter, which LEDES needs. Choose one first; nothing was written.</source>
        <translation>Eintrag {entry} hat keine Akte, die LEDES aber braucht. Wählen Sie erst eine; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>{file} is no export of ActivityWatch, or is cut off. Export all buckets once more; nothing was imported.</source>
        <translation>{file} ist kein Export von ActivityWatch oder ist abgeschnitten. Exportieren Sie noch einmal alle Buckets; es wurde nichts eingelesen.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB. Export one bucket at a time, windows and presence; nothing was imported.</source>
        <translation>{file} ist größer als {most} MB. Exportieren Sie die Buckets einzeln, Fenster und Anwesenheit; es wurde nichts eingelesen.</translation>
    </message>
    <message>
        <source>Event {number} of a bucket in {file} has no usable {field}. Nothing was imported.</source>
        <translation>Ereignis {number} eines Buckets in {file} hat kein brauchbares {field}. Es wurde nichts eingelesen.</translation>
    </message>
    <message>
        <source>The file holds no windows that are over, so there was nothing to import.</source>
        <translation>Die Datei enthält keine abgeschlossenen Fenster, daher gab es nichts einzulesen.</translation>
    </message>
    <message>
        <source>The file does not say when somebody was there (no afk bucket). To count every window as work, add --without-presence; nothing was imported.</source>
        <translation>Die Datei sagt nicht, wann jemand da war (kein afk-Bucket). Um jedes Fenster als Arbeit zu zählen, geben Sie --without-presence an; es wurde nichts eingelesen.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{file} must hold a JSON list of matters.</source>
        <translation>{file} muss eine JSON-Liste von Akten enthalten.</translation>
    </message>
    <message>
        <source>Matter {number} in {file} needs an “id” (a whole number) and a “name”.</source>
        <translation>Akte {number} in {file} braucht eine „id“ (eine ganze Zahl) und einen „name“.</translation>
    </message>
    <message>
        <source>A name needs at least one word of two letters or more. Nothing was changed.</source>
        <translation>Ein Name braucht mindestens ein Wort mit zwei oder mehr Buchstaben. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A name may have up to {most} characters. Nothing was changed.</source>
        <translation>Ein Name darf bis zu {most} Zeichen haben. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“{text}” stands in too many titles to mean one matter. Add a word that is its own.</source>
        <translation>„{text}“ steht in zu vielen Titeln, um eine Akte zu meinen. Fügen Sie ein Wort hinzu, das nur ihr gehört.</translation>
    </message>
    <message>
        <source>You gave no matter the name “{text}”. See: wisestep learned list.</source>
        <translation>Sie haben keiner Akte den Namen „{text}“ gegeben. Siehe: wisestep learned list.</translation>
    </message>
    <message>
        <source>Nothing that was learned has the number {number}. See: wisestep learned list.</source>
        <translation>Nichts Gelerntes hat die Nummer {number}. Siehe: wisestep learned list.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Choose another place.</source>
        <translation>{file} lässt sich nicht schreiben: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>WiseStep still runs after {seconds} seconds: it may be waiting for an answer in one of its windows. Nothing was interrupted.</source>
        <translation>WiseStep läuft nach {seconds} Sekunden noch: Vielleicht wartet es in einem seiner Fenster auf eine Antwort. Nichts wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Whether WiseStep starts with the computer could not be changed in {place}: {reason}. All is as before.</source>
        <translation>Ob WiseStep mit dem Computer startet, ließ sich in {place} nicht ändern: {reason}. Alles ist wie zuvor.</translation>
    </message>
    <message>
        <source>Your administrator has WiseStep start for everybody on this computer. Only they can switch that off.</source>
        <translation>Ihre Administration lässt WiseStep auf diesem Computer für alle starten. Nur sie kann das ausschalten.</translation>
    </message>
    <message>
        <source>There is no setting called {name}. See: wisestep settings list.</source>
        <translation>Es gibt keine Einstellung namens {name}. Siehe: wisestep settings list.</translation>
    </message>
    <message>
        <source>{name} is decided by your team, so it cannot be changed here. The value stays.</source>
        <translation>{name} legt Ihr Team fest und lässt sich hier nicht ändern. Der Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} is decided by your administrator, so it cannot be changed here.</source>
        <translation>{name} legt Ihre Administration fest und lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>{name} is for each person to decide; neither a team nor an administrator may.</source>
        <translation>{name} entscheidet jede Person selbst; weder Team noch Administration können das.</translation>
    </message>
    <message>
        <source>{name} is not set yet. Set it with: wisestep settings set {name} VALUE.</source>
        <translation>{name} ist noch nicht gesetzt. Setzen Sie es mit: wisestep settings set {name} WERT.</translation>
    </message>
    <message>
        <source>{name} must be TRUE or FALSE, not “{value}”. The old value stays.</source>
        <translation>{name} muss TRUE oder FALSE sein, nicht „{value}“. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} must be a whole number, not “{value}”. The old value stays.</source>
        <translation>{name} muss eine ganze Zahl sein, nicht „{value}“. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} must be a number such as 7.5, not “{value}”. The old value stays.</source>
        <translation>{name} muss eine Zahl sein, etwa 7,5, nicht „{value}“. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} must be a time such as 17:00, not “{value}”. The old value stays.</source>
        <translation>{name} muss eine Uhrzeit wie 17:00 sein, nicht „{value}“. Der bisherige Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} must be a list of names with commas; quote a name that has a comma in it.</source>
        <translation>{name} muss eine Liste von Namen mit Kommas sein; setzen Sie einen Namen, der ein Komma enthält, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{name} must be a list of pairs such as draft=Drafting, with commas between. The old value stays.</source>
        <translation>{name} muss eine Liste von Paaren wie draft=Schriftsatz sein, mit Kommas dazwischen. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name}: there is no kind of work called “{value}”. There are draft, review, correspond, call, meet, research, court, travel, think, calculate, administer and other. The old value stays.</source>
        <translation>{name}: Es gibt keine Art von Arbeit namens „{value}“. Es gibt draft, review, correspond, call, meet, research, court, travel, think, calculate, administer und other. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} names “{value}” twice. The old value stays.</source>
        <translation>{name} nennt „{value}“ zweimal. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name}: there is no activity type called “{value}”. The nearest is “{nearest}”. The old value stays.</source>
        <translation>{name}: Es gibt keine Tätigkeitsart namens „{value}“. Am nächsten kommt „{nearest}“. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} must be a web address, not “{value}”. The old value stays.</source>
        <translation>{name} muss eine Webadresse sein, nicht „{value}“. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} must begin with https:// (http:// only for this computer). The old value stays.</source>
        <translation>{name} muss mit https:// beginnen (http:// nur für diesen Computer). Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} must begin with https://, not “{value}”. The old value stays.</source>
        <translation>{name} muss mit https:// beginnen, nicht „{value}“. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} must be a public key: 32 bytes in base64, not “{value}”. The old value stays.</source>
        <translation>{name} muss ein öffentlicher Schlüssel sein: 32 Bytes in Base64, nicht „{value}“. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>{name} has too many * in “{value}”. The old value stays.</source>
        <translation>{name} hat zu viele * in „{value}“. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>The key does not open this timeline. Nothing was changed; bring the right key back.</source>
        <translation>Der Schlüssel öffnet diesen Zeitverlauf nicht. Es wurde nichts geändert; bringen Sie den richtigen Schlüssel zurück.</translation>
    </message>
    <message>
        <source>This timeline was written by a newer WiseStep ({written_by}). Update WiseStep to open it.</source>
        <translation>Dieser Zeitverlauf wurde von einem neueren WiseStep geschrieben ({written_by}). Aktualisieren Sie WiseStep, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to: {reason}. Choose another with --data-dir.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden: {reason}. Wählen Sie mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>There is no room for a copy before the update: {reason}. Nothing was changed.</source>
        <translation>Für eine Kopie vor der Aktualisierung ist kein Platz: {reason}. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The disk is full. WiseStep keeps recording in memory; please make room.</source>
        <translation>Der Datenträger ist voll. WiseStep zeichnet im Arbeitsspeicher weiter auf; bitte schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The disk reports an error. WiseStep keeps recording in memory; please check the disk.</source>
        <translation>Der Datenträger meldet einen Fehler. WiseStep zeichnet im Arbeitsspeicher weiter auf; bitte prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>The timeline cannot be written to. WiseStep keeps recording in memory; check its folder.</source>
        <translation>In den Zeitverlauf kann nicht geschrieben werden. WiseStep zeichnet im Arbeitsspeicher weiter auf; prüfen Sie seinen Ordner.</translation>
    </message>
    <message>
        <source>The timeline cannot be opened. Check that its folder can be written to.</source>
        <translation>Der Zeitverlauf lässt sich nicht öffnen. Prüfen Sie, ob in seinen Ordner geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Another program holds the timeline. Try again in a moment.</source>
        <translation>Ein anderes Programm hält den Zeitverlauf fest. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The timeline is damaged. It is left as it is; restore a copy.</source>
        <translation>Der Zeitverlauf ist beschädigt. Er bleibt, wie er ist; spielen Sie eine Kopie ein.</translation>
    </message>
    <message>
        <source>The timeline is closed already.</source>
        <translation>Der Zeitverlauf ist schon geschlossen.</translation>
    </message>
    <message>
        <source>The timeline could not be written. WiseStep keeps recording in memory.</source>
        <translation>Der Zeitverlauf konnte nicht geschrieben werden. WiseStep zeichnet im Arbeitsspeicher weiter auf.</translation>
    </message>
    <message>
        <source>The timeline&apos;s key is not in the keyring any more. The timeline is left untouched; restore the key.</source>
        <translation>Der Schlüssel des Zeitverlaufs ist nicht mehr im Schlüsselbund. Der Zeitverlauf bleibt unberührt; stellen Sie den Schlüssel wieder her.</translation>
    </message>
    <message>
        <source>The timeline&apos;s key is damaged. The timeline is left untouched; restore the key.</source>
        <translation>Der Schlüssel des Zeitverlaufs ist beschädigt. Der Zeitverlauf bleibt unberührt; stellen Sie den Schlüssel wieder her.</translation>
    </message>
    <message>
        <source>This computer offers no keyring, and WiseStep never keeps time unencrypted. Start a Secret Service (such as GNOME Keyring), or name a key file with WISESTEP_KEY_FILE.</source>
        <translation>Dieser Computer bietet keinen Schlüsselbund, und WiseStep bewahrt Zeit nie unverschlüsselt auf. Starten Sie einen Secret Service (etwa den GNOME-Schlüsselbund) oder nennen Sie mit WISESTEP_KEY_FILE eine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it, then start WiseStep again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und starten Sie WiseStep dann noch einmal.</translation>
    </message>
    <message>
        <source>The keyring did not answer. Unlock or restart it, then start WiseStep again.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet. Entsperren oder starten Sie ihn neu und starten Sie WiseStep dann noch einmal.</translation>
    </message>
    <message>
        <source>What the keyring holds is no key of ours. The timeline is left untouched.</source>
        <translation>Was der Schlüsselbund enthält, ist kein Schlüssel von uns. Der Zeitverlauf bleibt unberührt.</translation>
    </message>
    <message>
        <source>The keyring did not keep the key, so nothing was recorded. Check the keyring.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht behalten, daher wurde nichts aufgezeichnet. Prüfen Sie den Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key file {file} cannot be read: {reason}.</source>
        <translation>Die Schlüsseldatei {file} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The key file {file} can be read by others (mode {mode}). Set it to 0600.</source>
        <translation>Die Schlüsseldatei {file} ist für andere lesbar (Modus {mode}). Setzen Sie sie auf 0600.</translation>
    </message>
    <message>
        <source>The key file {file} must hold 64 hexadecimal digits.</source>
        <translation>Die Schlüsseldatei {file} muss 64 hexadezimale Ziffern enthalten.</translation>
    </message>
    <message>
        <source>The key file {file} belongs to the administrator and is never changed.</source>
        <translation>Die Schlüsseldatei {file} gehört dem Verwalter und wird nie geändert.</translation>
    </message>
    <message>
        <source>A legal hold is on, so nothing was deleted. Whoever decided it can lift it.</source>
        <translation>Eine Löschsperre gilt, daher wurde nichts gelöscht. Aufheben kann sie, wer sie verhängt hat.</translation>
    </message>
    <message>
        <source>{file} could not be deleted: {reason}. Close what uses it, then delete everything once more.</source>
        <translation>{file} ließ sich nicht löschen: {reason}. Schließen Sie, was die Datei benutzt, und löschen Sie dann noch einmal alles.</translation>
    </message>
    <message>
        <source>WiseStep is running. Quit it first; nothing was deleted.</source>
        <translation>WiseStep läuft gerade. Beenden Sie es zuerst; nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Between {before} and {after} there was no day on which WiseStep ran, so the clock may have gone ahead. Nothing was deleted. If the clock is right, say --clock-is-right.</source>
        <translation>Zwischen {before} und {after} gab es keinen Tag, an dem WiseStep lief; vielleicht wurde die Uhr vorgestellt. Nichts wurde gelöscht. Wenn die Uhr stimmt, geben Sie --clock-is-right an.</translation>
    </message>
    <message>
        <source>“Last” must be a time of up to a day, such as 15m or 1h. Nothing was forgotten.</source>
        <translation>„Last“ muss eine Zeit von bis zu einem Tag sein, etwa 15m oder 1h. Es wurde nichts vergessen.</translation>
    </message>
    <message>
        <source>Name what is to be forgotten. Nothing was forgotten.</source>
        <translation>Nennen Sie, was vergessen werden soll. Es wurde nichts vergessen.</translation>
    </message>
    <message>
        <source>It is forgotten, but an older copy of the timeline ({file}) could not be deleted: {reason}. Please delete it.</source>
        <translation>Es ist vergessen, aber eine ältere Kopie des Zeitverlaufs ({file}) konnte nicht gelöscht werden: {reason}. Bitte löschen Sie sie.</translation>
    </message>
    <message>
        <source>There is no display for a window. The commands work without one: wisestep --help.</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster. Die Befehle gehen auch ohne: wisestep --help.</translation>
    </message>
    <message>
        <source>Something unforeseen happened ({code}). Your time is safe.</source>
        <translation>Etwas Unvorhergesehenes ist geschehen ({code}). Ihre Zeit ist sicher.</translation>
    </message>
    <message>
        <source>Line {line}: {said}</source>
        <translation>Zeile {line}: {said}</translation>
    </message>
    <message>
        <source>the date</source>
        <translation>das Datum</translation>
    </message>
    <message>
        <source>the hours worked</source>
        <translation>die gearbeiteten Stunden</translation>
    </message>
    <message>
        <source>the hours billed</source>
        <translation>die abgerechneten Stunden</translation>
    </message>
    <message>
        <source>whether it is billed</source>
        <translation>ob abgerechnet wird</translation>
    </message>
    <message>
        <source>the matter</source>
        <translation>die Akte</translation>
    </message>
    <message>
        <source>the activity type</source>
        <translation>die Tätigkeitsart</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>{name} must lie between {least} and {most}, not {value}. The old value stays.</source>
        <translation>{name} muss zwischen {least} und {most} liegen, nicht {value}. Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>It says: “{words}”.</source>
        <translation>Es sagt: „{words}“.</translation>
    </message>
    <message>
        <source>{name} must be one of {words}, not “{value}”. The old value stays.</source>
        <translation>{name} muss eines von {words} sein, nicht „{value}“. Der alte Wert bleibt.</translation>
    </message>
</context>
<context>
    <name>shell/setting_sentences</name>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tagen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>1 h 30</source>
        <translation>1 h 30</translation>
    </message>
    <message>
        <source>1:30</source>
        <translation>1:30</translation>
    </message>
    <message>
        <source>1.5 h</source>
        <translation>1,5 h</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene Adressen</translation>
    </message>
    <message>
        <source>In the form</source>
        <translation>Im Formular</translation>
    </message>
    <message>
        <source>In the head (basic)</source>
        <translation>Im Kopf (Basic)</translation>
    </message>
    <message>
        <source>A window of WiseStep</source>
        <translation>Ein Fenster von WiseStep</translation>
    </message>
    <message>
        <source>My own browser</source>
        <translation>Mein eigener Browser</translation>
    </message>
    <message>
        <source>A sentence</source>
        <translation>Ein Satz</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Eine Liste</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>Nach Stunde</translation>
    </message>
    <message>
        <source>By matter</source>
        <translation>Nach Akte</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Without a matter</source>
        <translation>Ohne Akte</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>With a matter</source>
        <translation>Mit Akte</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Add the summary to narratives</source>
        <translation>Zusammenfassung an Tätigkeitstexte anhängen</translation>
    </message>
    <message>
        <source>Entries go out with a block of totals below the narrative. Every entry can still do otherwise.</source>
        <translation>Einträge werden mit einem Block der Summen unter dem Tätigkeitstext gesendet. Jeder Eintrag kann es anders halten.</translation>
    </message>
    <message>
        <source>Activity types that are not billed</source>
        <translation>Tätigkeitsarten, die nicht abgerechnet werden</translation>
    </message>
    <message>
        <source>Entries of these types go to Actionstep as non-billable, with no time on the bill.</source>
        <translation>Einträge dieser Arten gehen als nicht abrechenbar an Actionstep, ohne Zeit auf der Rechnung.</translation>
    </message>
    <message>
        <source>Sync matters every</source>
        <translation>Akten abgleichen alle</translation>
    </message>
    <message>
        <source>How often matters are brought up to date with Actionstep.</source>
        <translation>Wie oft Akten mit Actionstep abgeglichen werden.</translation>
    </message>
    <message>
        <source>Sync activity types every</source>
        <translation>Tätigkeitsarten abgleichen alle</translation>
    </message>
    <message>
        <source>How often activity types are brought up to date with Actionstep.</source>
        <translation>Wie oft Tätigkeitsarten mit Actionstep abgeglichen werden.</translation>
    </message>
    <message>
        <source>Offer closed matters</source>
        <translation>Geschlossene Akten anbieten</translation>
    </message>
    <message>
        <source>Closed matters are offered and recognised too. Off: a row that has one keeps it, and sending asks first.</source>
        <translation>Auch geschlossene Akten werden angeboten und erkannt. Aus: Eine Zeile, die eine hat, behält sie, und vor dem Senden wird gefragt.</translation>
    </message>
    <message>
        <source>Round billed time up to</source>
        <translation>Abgerechnete Zeit aufrunden auf</translation>
    </message>
    <message>
        <source>Billed time goes up to the next multiple: 360 makes steps of 0.1 h. With 0 nothing is rounded.</source>
        <translation>Abgerechnete Zeit wird auf das nächste Vielfache aufgerundet: 360 ergibt Schritte von 0,1 h. Bei 0 wird nicht gerundet.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Add the list of activities</source>
        <translation>Liste der Tätigkeiten anhängen</translation>
    </message>
    <message>
        <source>Entries go out with a list of what was done below the narrative. Every entry can still do otherwise.</source>
        <translation>Einträge werden mit einer Liste des Getanen unter dem Tätigkeitstext gesendet. Jeder Eintrag kann es anders halten.</translation>
    </message>
    <message>
        <source>Part of worked time that is billed</source>
        <translation>Anteil der gearbeiteten Zeit, der abgerechnet wird</translation>
    </message>
    <message>
        <source>For members whose time counts in part, such as trainees. Worked time stays as it is.</source>
        <translation>Für Mitglieder, deren Zeit nur zum Teil zählt, etwa in Ausbildung. Die gearbeitete Zeit bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Ask about absences from</source>
        <translation>Nach Abwesenheiten fragen ab</translation>
    </message>
    <message>
        <source>Shorter absences are not listed in the day, so nobody asks what they were.</source>
        <translation>Kürzere Abwesenheiten stehen nicht im Tag; niemand fragt, was sie waren.</translation>
    </message>
    <message>
        <source>A matter is required</source>
        <translation>Eine Akte ist Pflicht</translation>
    </message>
    <message>
        <source>Entries without a matter are not sent. Their time is kept.</source>
        <translation>Einträge ohne Akte werden nicht gesendet. Ihre Zeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>An activity type is required</source>
        <translation>Eine Tätigkeitsart ist Pflicht</translation>
    </message>
    <message>
        <source>Entries without an activity type are not sent. Their time is kept.</source>
        <translation>Einträge ohne Tätigkeitsart werden nicht gesendet. Ihre Zeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>A day begins at</source>
        <translation>Ein Tag beginnt um</translation>
    </message>
    <message>
        <source>Work after midnight belongs to the day before until this hour. 0 is midnight.</source>
        <translation>Arbeit nach Mitternacht gehört bis zu dieser Stunde zum Vortag. 0 ist Mitternacht.</translation>
    </message>
    <message>
        <source>o&apos;clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Order of the day</source>
        <translation>Reihenfolge des Tages</translation>
    </message>
    <message>
        <source>How the rows of a day are arranged, as you left it.</source>
        <translation>Wie die Zeilen eines Tages angeordnet sind, so wie Sie es zuletzt hatten.</translation>
    </message>
    <message>
        <source>Filter of the day</source>
        <translation>Filter des Tages</translation>
    </message>
    <message>
        <source>Which rows of a day are listed, as you left it.</source>
        <translation>Welche Zeilen eines Tages zu sehen sind, so wie Sie es zuletzt hatten.</translation>
    </message>
    <message>
        <source>Goal for a day</source>
        <translation>Ziel für einen Tag</translation>
    </message>
    <message>
        <source>How much you mean to work on a day, shown below it and in reports. With 0 there is no goal.</source>
        <translation>Wie viel Sie an einem Tag arbeiten möchten; steht unter dem Tag und in Berichten. Bei 0 gibt es kein Ziel.</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Remind me of unsent time after</source>
        <translation>An nicht gesendete Zeit erinnern nach</translation>
    </message>
    <message>
        <source>How long time may wait before you are told of it once a day. With 0 you are not.</source>
        <translation>Wie lange Zeit warten darf, bevor Sie einmal am Tag daran erinnert werden. Bei 0 nie.</translation>
    </message>
    <message>
        <source>Remind me at</source>
        <translation>Erinnern um</translation>
    </message>
    <message>
        <source>The time of day at which you are reminded, such as 17:00.</source>
        <translation>Die Uhrzeit, zu der Sie erinnert werden, etwa 17:00.</translation>
    </message>
    <message>
        <source>Timekeepers</source>
        <translation>Leistungserbringer</translation>
    </message>
    <message>
        <source>On whose behalf time can be entered, as pairs of a name and a participant number: Jane Marlow=17.</source>
        <translation>Für wen Zeit eingetragen werden kann, als Paare aus Name und Teilnehmernummer: Jane Marlow=17.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Which Actionstep to connect to. For “custom” the addresses below count.</source>
        <translation>Mit welchem Actionstep verbunden wird. Bei eigenen Adressen gelten die folgenden.</translation>
    </message>
    <message>
        <source>Sign-in address</source>
        <translation>Anmeldeadresse</translation>
    </message>
    <message>
        <source>Where signing in begins, in a custom environment.</source>
        <translation>Wo die Anmeldung beginnt, bei eigenen Adressen.</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Token-Adresse</translation>
    </message>
    <message>
        <source>Where a sign-in is exchanged and renewed.</source>
        <translation>Wo eine Anmeldung eingelöst und erneuert wird.</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>The name under which Actionstep knows this program.</source>
        <translation>Der Name, unter dem Actionstep dieses Programm kennt.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Goes with the client id. It is kept encrypted and never shown again.</source>
        <translation>Gehört zur Client-ID. Es wird verschlüsselt aufbewahrt und nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>How the client proves itself</source>
        <translation>Wie sich der Client ausweist</translation>
    </message>
    <message>
        <source>Where the sign-in server wants the client id and secret.</source>
        <translation>Wo der Anmeldeserver Client-ID und Geheimnis erwartet.</translation>
    </message>
    <message>
        <source>Protect the sign-in with PKCE</source>
        <translation>Anmeldung mit PKCE schützen</translation>
    </message>
    <message>
        <source>Turn it off only for a sign-in server that refuses it.</source>
        <translation>Nur für einen Anmeldeserver ausschalten, der es ablehnt.</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relais</translation>
    </message>
    <message>
        <source>A server of your firm that keeps the client secret, so that none is needed on this computer.</source>
        <translation>Ein Server Ihrer Kanzlei, der das Client-Geheimnis hütet, sodass auf diesem Rechner keines nötig ist.</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Rücksprungadresse</translation>
    </message>
    <message>
        <source>Where the browser returns to after signing in, on this computer. Port 0 is any free one.</source>
        <translation>Wohin der Browser nach der Anmeldung zurückkehrt, auf diesem Rechner. Port 0 ist irgendein freier.</translation>
    </message>
    <message>
        <source>Rights asked for</source>
        <translation>Erbetene Rechte</translation>
    </message>
    <message>
        <source>Names of rights in Actionstep, with spaces between.</source>
        <translation>Namen von Rechten in Actionstep, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Further servers of Actionstep</source>
        <translation>Weitere Server von Actionstep</translation>
    </message>
    <message>
        <source>Servers that may be used besides Actionstep&apos;s own, by name.</source>
        <translation>Server, die neben denen von Actionstep benutzt werden dürfen, mit Namen.</translation>
    </message>
    <message>
        <source>Further servers for signing in</source>
        <translation>Weitere Server für die Anmeldung</translation>
    </message>
    <message>
        <source>Servers that the sign-in window may open, by name.</source>
        <translation>Server, die das Anmeldefenster öffnen darf, mit Namen.</translation>
    </message>
    <message>
        <source>Pause between requests</source>
        <translation>Pause zwischen Anfragen</translation>
    </message>
    <message>
        <source>So that Actionstep is never pressed. It asks for less or more by itself.</source>
        <translation>Damit Actionstep nie bedrängt wird. Wo es mehr oder weniger möchte, sagt es das selbst.</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>Browser for signing in</source>
        <translation>Browser für die Anmeldung</translation>
    </message>
    <message>
        <source>A window of WiseStep, or the browser that you use for everything else.</source>
        <translation>Ein Fenster von WiseStep oder der Browser, den Sie sonst benutzen.</translation>
    </message>
    <message>
        <source>Away after</source>
        <translation>Abwesend nach</translation>
    </message>
    <message>
        <source>Without keyboard or mouse for this long you count as away, from the last input on.</source>
        <translation>So lange ohne Tastatur und Maus, und Sie gelten als abwesend, ab der letzten Eingabe.</translation>
    </message>
    <message>
        <source>Calls count as work</source>
        <translation>Anrufe zählen als Arbeit</translation>
    </message>
    <message>
        <source>While a meeting program uses the microphone, you are there even without keyboard and mouse.</source>
        <translation>Solange ein Besprechungsprogramm das Mikrofon benutzt, sind Sie auch ohne Tastatur und Maus da.</translation>
    </message>
    <message>
        <source>Applications that are never recorded</source>
        <translation>Anwendungen, die nie aufgezeichnet werden</translation>
    </message>
    <message>
        <source>Their time is private: nothing of them reaches the disk.</source>
        <translation>Ihre Zeit ist privat: Nichts von ihnen gelangt auf die Festplatte.</translation>
    </message>
    <message>
        <source>Titles that are never recorded</source>
        <translation>Titel, die nie aufgezeichnet werden</translation>
    </message>
    <message>
        <source>A window whose title contains one of these is private. With * or ? the whole title has to fit.</source>
        <translation>Ein Fenster, dessen Titel eines davon enthält, ist privat. Mit * oder ? muss der ganze Titel passen.</translation>
    </message>
    <message>
        <source>Applications without titles</source>
        <translation>Anwendungen ohne Titel</translation>
    </message>
    <message>
        <source>That they were used is recorded, what was open in them is not.</source>
        <translation>Dass sie benutzt wurden, wird aufgezeichnet; was darin offen war, nicht.</translation>
    </message>
    <message>
        <source>Titles that are masked</source>
        <translation>Titel, die verdeckt werden</translation>
    </message>
    <message>
        <source>Of a window whose title contains one of these, only the application is recorded.</source>
        <translation>Von einem Fenster, dessen Titel eines davon enthält, wird nur die Anwendung aufgezeichnet.</translation>
    </message>
    <message>
        <source>Leave out what is usually private</source>
        <translation>Weglassen, was meist privat ist</translation>
    </message>
    <message>
        <source>Password managers, password prompts, online banking and private browser windows are never recorded.</source>
        <translation>Passwortprogramme, Passwortabfragen, Online-Banking und private Browserfenster werden nie aufgezeichnet.</translation>
    </message>
    <message>
        <source>Recorded all the same</source>
        <translation>Trotzdem aufgezeichnet</translation>
    </message>
    <message>
        <source>Applications to record although they are usually private.</source>
        <translation>Anwendungen, die aufgezeichnet werden, obwohl sie meist privat sind.</translation>
    </message>
    <message>
        <source>Hide names during calls</source>
        <translation>Namen während Anrufen verbergen</translation>
    </message>
    <message>
        <source>Titles and matters are covered in WiseStep&apos;s windows while a call goes on, for you may share your screen.</source>
        <translation>Titel und Akten sind in den Fenstern von WiseStep während eines Anrufs verdeckt; vielleicht teilen Sie den Bildschirm.</translation>
    </message>
    <message>
        <source>You agreed to be recorded on</source>
        <translation>Der Aufzeichnung zugestimmt am</translation>
    </message>
    <message>
        <source>Blank: from the next start on nothing is recorded until you agree.</source>
        <translation>Leer: Ab dem nächsten Start wird nichts aufgezeichnet, bis Sie zustimmen.</translation>
    </message>
    <message>
        <source>Keep what was recorded for</source>
        <translation>Aufgezeichnetes behalten</translation>
    </message>
    <message>
        <source>Older records are deleted for good. Unsent time with a matter, drafts and sent time stay. 0 keeps all.</source>
        <translation>Ältere Aufzeichnungen werden endgültig gelöscht. Nicht gesendete Zeit mit Akte, Entwürfe und Gesendetes bleiben. Bei 0 bleibt alles.</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>Löschsperre</translation>
    </message>
    <message>
        <source>While it is on, nothing is deleted for its age, and not everything at once either.</source>
        <translation>Solange sie gilt, wird nichts wegen seines Alters gelöscht, und auch nicht alles auf einmal.</translation>
    </message>
    <message>
        <source>Narratives are proposed as</source>
        <translation>Tätigkeitstexte werden vorgeschlagen als</translation>
    </message>
    <message>
        <source>A sentence, a list of what was done, or nothing at all.</source>
        <translation>Ein Satz, eine Liste des Getanen oder gar nichts.</translation>
    </message>
    <message>
        <source>Say how long each thing took</source>
        <translation>Sagen, wie lange etwas dauerte</translation>
    </message>
    <message>
        <source>Proposed narratives name the minutes of each thing.</source>
        <translation>Vorgeschlagene Tätigkeitstexte nennen die Minuten jeder Sache.</translation>
    </message>
    <message>
        <source>A narrative is required</source>
        <translation>Ein Tätigkeitstext ist Pflicht</translation>
    </message>
    <message>
        <source>Entries without a narrative are not sent. Their time is kept.</source>
        <translation>Einträge ohne Tätigkeitstext werden nicht gesendet. Ihre Zeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>Words that narratives leave out</source>
        <translation>Wörter, die Tätigkeitstexte weglassen</translation>
    </message>
    <message>
        <source>They are not proposed, and you are warned where you write them.</source>
        <translation>Sie werden nicht vorgeschlagen, und Sie werden gewarnt, wo Sie sie schreiben.</translation>
    </message>
    <message>
        <source>Activity types by kind of work</source>
        <translation>Tätigkeitsarten nach Art der Arbeit</translation>
    </message>
    <message>
        <source>Which activity type is proposed for which kind of work, as pairs: draft=Drafting.</source>
        <translation>Welche Tätigkeitsart für welche Art Arbeit vorgeschlagen wird, als Paare: draft=Entwurf.</translation>
    </message>
    <message>
        <source>Activity types that are offered</source>
        <translation>Angebotene Tätigkeitsarten</translation>
    </message>
    <message>
        <source>Only these are offered. With none named, all are.</source>
        <translation>Nur diese werden angeboten. Ist keine genannt, werden es alle.</translation>
    </message>
    <message>
        <source>Other names for activity types</source>
        <translation>Andere Namen für Tätigkeitsarten</translation>
    </message>
    <message>
        <source>What activity types are called here, as pairs: Drafting=Draft.</source>
        <translation>Wie Tätigkeitsarten hier heißen, als Paare: Drafting=Entwurf.</translation>
    </message>
    <message>
        <source>Messages of the system</source>
        <translation>Mitteilungen des Systems</translation>
    </message>
    <message>
        <source>The few things that cannot wait are also said where other programs say them.</source>
        <translation>Das Wenige, das nicht warten kann, wird auch dort gesagt, wo andere Programme es sagen.</translation>
    </message>
    <message>
        <source>Look for news of the team every</source>
        <translation>Nach Neuem vom Team sehen alle</translation>
    </message>
    <message>
        <source>How often your team&apos;s settings are looked up.</source>
        <translation>Wie oft nach den Einstellungen Ihres Teams gesehen wird.</translation>
    </message>
    <message>
        <source>Look for new versions once a week</source>
        <translation>Einmal in der Woche nach neuen Versionen sehen</translation>
    </message>
    <message>
        <source>Asks one address for a small signed file and tells you at the bell. Nothing is ever installed.</source>
        <translation>Fragt eine Adresse nach einer kleinen signierten Datei und sagt es an der Glocke. Installiert wird nie etwas.</translation>
    </message>
    <message>
        <source>Where new versions are told of</source>
        <translation>Wo neue Versionen gemeldet werden</translation>
    </message>
    <message>
        <source>The https address of the file that says so. Blank: nobody is asked.</source>
        <translation>Die https-Adresse der Datei, die das sagt. Leer: Niemand wird gefragt.</translation>
    </message>
    <message>
        <source>Key of whoever tells of new versions</source>
        <translation>Schlüssel dessen, der neue Versionen meldet</translation>
    </message>
    <message>
        <source>The public key, in base64, that the file has to be signed with. Blank: the key that came with WiseStep.</source>
        <translation>Der öffentliche Schlüssel, in Base64, zu dem die Signatur der Datei passen muss. Leer: der mit WiseStep gelieferte.</translation>
    </message>
    <message>
        <source>Rate of an hour</source>
        <translation>Stundensatz</translation>
    </message>
    <message>
        <source>For exports that hold amounts. With 0 they hold none.</source>
        <translation>Für Exporte mit Beträgen. Bei 0 enthalten sie keine.</translation>
    </message>
    <message>
        <source>Timekeeper id</source>
        <translation>Kennung des Leistungserbringers</translation>
    </message>
    <message>
        <source>Who worked, in LEDES files. Blank: your number in Actionstep.</source>
        <translation>Wer gearbeitet hat, in LEDES-Dateien. Leer: Ihre Nummer in Actionstep.</translation>
    </message>
    <message>
        <source>Law firm id</source>
        <translation>Kennung der Kanzlei</translation>
    </message>
    <message>
        <source>Who bills, in LEDES files.</source>
        <translation>Wer abrechnet, in LEDES-Dateien.</translation>
    </message>
    <message>
        <source>Client id in LEDES</source>
        <translation>Kennung des Mandanten in LEDES</translation>
    </message>
    <message>
        <source>Whom a LEDES file is for.</source>
        <translation>Für wen eine LEDES-Datei ist.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light or dark, or as the system has it.</source>
        <translation>Hell oder dunkel, oder wie das System es hat.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>What WiseStep speaks, from the next start on.</source>
        <translation>Was WiseStep spricht, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>From 100 to 200 % of what the system says, from the next start on.</source>
        <translation>Von 100 bis 200 % dessen, was das System sagt, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Durations are written as</source>
        <translation>Dauern werden geschrieben als</translation>
    </message>
    <message>
        <source>How an hour and a half is written in windows. What is sent is not touched.</source>
        <translation>Wie anderthalb Stunden in Fenstern stehen. Gesendetes bleibt davon unberührt.</translation>
    </message>
</context>
<context>
    <name>shell/setting_words</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Set by you</source>
        <translation>Von Ihnen gesetzt</translation>
    </message>
    <message>
        <source>Set by your team</source>
        <translation>Von Ihrem Team gesetzt</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Von Ihrer Administration gesetzt</translation>
    </message>
    <message>
        <source>your team</source>
        <translation>Ihr Team</translation>
    </message>
    <message>
        <source>your administrator</source>
        <translation>Ihre Administration</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
</context>
<context>
    <name>shell/signin/origin_bar</name>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>private window</source>
        <translation>privates Fenster</translation>
    </message>
    <message>
        <source>secured connection</source>
        <translation>gesicherte Verbindung</translation>
    </message>
    <message>
        <source>Page of {host}, {state}</source>
        <translation>Seite von {host}, {state}</translation>
    </message>
    <message>
        <source>No page yet</source>
        <translation>Noch keine Seite</translation>
    </message>
    <message>
        <source>not secured yet</source>
        <translation>noch nicht gesichert</translation>
    </message>
</context>
<context>
    <name>shell/signin/security_key</name>
    <message>
        <source>PIN of your security key</source>
        <translation>PIN Ihres Sicherheitsschlüssels</translation>
    </message>
    <message>
        <source>Security key</source>
        <translation>Sicherheitsschlüssel</translation>
    </message>
    <message>
        <source>Which account?</source>
        <translation>Welches Konto?</translation>
    </message>
    <message>
        <source>That PIN is not right. Attempts left: {count}</source>
        <translation>Diese PIN stimmt nicht. Verbleibende Versuche: {count}</translation>
    </message>
    <message>
        <source>Touch your security key.</source>
        <translation>Berühren Sie Ihren Sicherheitsschlüssel.</translation>
    </message>
    <message>
        <source>The security key did not work.</source>
        <translation>Der Sicherheitsschlüssel hat nicht funktioniert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>shell/signin/window</name>
    <message>
        <source>WiseStep does not read or keep what you type here. The window forgets everything when it closes.</source>
        <translation>WiseStep liest und speichert nicht, was Sie hier eingeben. Das Fenster vergisst beim Schließen alles.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>That link does not belong to the sign-in, so it was not opened.</source>
        <translation>Dieser Link gehört nicht zur Anmeldung und wurde daher nicht geöffnet.</translation>
    </message>
    <message>
        <source>Use my browser instead</source>
        <translation>Eigenen Browser verwenden</translation>
    </message>
    <message>
        <source>Closes this window and signs in with your own browser.</source>
        <translation>Schließt dieses Fenster; Sie melden sich in Ihrem eigenen Browser an.</translation>
    </message>
    <message>
        <source>Actionstep&apos;s sign-in page can&apos;t be reached. Check the connection, then try again.</source>
        <translation>Die Anmeldeseite von Actionstep ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The page could not prove that it is Actionstep&apos;s, so it was not opened. Ask whoever looks after your network.</source>
        <translation>Die Seite konnte nicht beweisen, dass sie zu Actionstep gehört, und wurde daher nicht geöffnet. Fragen Sie, wer Ihr Netzwerk betreut.</translation>
    </message>
    <message>
        <source>The sign-in page stopped working. Nothing was sent; try again.</source>
        <translation>Die Anmeldeseite arbeitet nicht mehr. Es wurde nichts gesendet; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Open in my browser</source>
        <translation>Im eigenen Browser öffnen</translation>
    </message>
    <message>
        <source>{host} is another website.</source>
        <translation>{host} ist eine andere Website.</translation>
    </message>
    <message>
        <source>The sign-in goes on at {host}, which this window may not show.</source>
        <translation>Die Anmeldung geht bei {host} weiter, was dieses Fenster nicht zeigen darf.</translation>
    </message>
</context>
<context>
    <name>shell/team_sentences</name>
    <message>
        <source>This is no whole invitation: part of it may have been lost on the way. Copy the link again, or open the file that came with it.</source>
        <translation>Das ist keine vollständige Einladung; unterwegs kann ein Teil verloren gegangen sein. Kopieren Sie den Link noch einmal, oder öffnen Sie die mitgeschickte Datei.</translation>
    </message>
    <message>
        <source>This is too large to be an invitation. Nothing was changed.</source>
        <translation>Das ist zu groß für eine Einladung. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This invitation cannot be used: its “{field}” makes no sense. Ask for another one.</source>
        <translation>Diese Einladung ist nicht brauchbar: „{field}“ ergibt keinen Sinn. Bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>This invitation was made by a newer WiseStep. Update WiseStep here, then open it again.</source>
        <translation>Diese Einladung stammt von einem neueren WiseStep. Aktualisieren Sie WiseStep hier und öffnen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>This invitation was changed on its way, so it is not used. Ask your firm for another one.</source>
        <translation>Diese Einladung wurde unterwegs verändert und wird nicht verwendet. Bitten Sie Ihre Kanzlei um eine neue.</translation>
    </message>
    <message>
        <source>The invitation to {team} has expired. Ask whoever sent it for a new one.</source>
        <translation>Die Einladung zu {team} ist abgelaufen. Bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>The invitation to {team} is opened with a code. Whoever invited you tells it to you another way, such as on the telephone.</source>
        <translation>Die Einladung zu {team} wird mit einem Code geöffnet. Wer Sie einlädt, teilt ihn auf anderem Weg mit, etwa am Telefon.</translation>
    </message>
    <message>
        <source>That is not the code of this invitation. Check it, or ask whoever invited you.</source>
        <translation>Das ist nicht der Code dieser Einladung. Prüfen Sie ihn, oder fragen Sie nach.</translation>
    </message>
    <message>
        <source>Whoever made this invitation may no longer invite to {team}. Ask its owner for another one.</source>
        <translation>Wer diese Einladung erstellt hat, darf nicht mehr zu {team} einladen. Bitten Sie den Inhaber um eine neue.</translation>
    </message>
    <message>
        <source>What your team published cannot be read; it may be half written. Your team&apos;s last good settings stay.</source>
        <translation>Was Ihr Team veröffentlicht hat, ist nicht lesbar; vielleicht ist es erst halb geschrieben. Die letzten guten Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>What your team published is larger than {limit} kB. Your team&apos;s last good settings stay.</source>
        <translation>Was Ihr Team veröffentlicht hat, ist größer als {limit} kB. Die letzten guten Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Your team&apos;s settings were published by a newer WiseStep. The last good ones stay; update WiseStep here.</source>
        <translation>Die Einstellungen Ihres Teams stammen von einem neueren WiseStep. Die letzten guten bleiben; aktualisieren Sie WiseStep hier.</translation>
    </message>
    <message>
        <source>What your team published is wrong in “{field}”. Its last good settings stay; tell whoever looks after it.</source>
        <translation>Was Ihr Team veröffentlicht hat, ist bei „{field}“ falsch. Die letzten guten Einstellungen bleiben; sagen Sie es der Teamleitung.</translation>
    </message>
    <message>
        <source>Your team published a value for {name} that cannot be. Its last good settings stay; tell whoever looks after the team.</source>
        <translation>Ihr Team hat für {name} einen unmöglichen Wert veröffentlicht. Die letzten guten Einstellungen bleiben; sagen Sie es der Teamleitung.</translation>
    </message>
    <message>
        <source>What was published there belongs to another team. Your team&apos;s last good settings stay; tell its owner.</source>
        <translation>Was dort veröffentlicht ist, gehört einem anderen Team. Die letzten guten Einstellungen bleiben; sagen Sie es dem Inhaber.</translation>
    </message>
    <message>
        <source>What was published there is not signed by your team: somebody may have changed it. The last good settings stay; tell the team&apos;s owner.</source>
        <translation>Was dort veröffentlicht ist, hat Ihr Team nicht unterschrieben; jemand kann es verändert haben. Die letzten guten Einstellungen bleiben; sagen Sie es dem Inhaber.</translation>
    </message>
    <message>
        <source>What was published there is signed by somebody who may not decide for your team. The last good settings stay; tell the team&apos;s owner.</source>
        <translation>Was dort veröffentlicht ist, hat jemand unterschrieben, der für Ihr Team nichts festlegen darf. Die letzten guten Einstellungen bleiben; sagen Sie es dem Inhaber.</translation>
    </message>
    <message>
        <source>What is published is older than what you have: an old copy may have been put back. The newer settings stay; tell whoever looks after the team.</source>
        <translation>Was dort veröffentlicht ist, ist älter als das, was Sie haben; vielleicht wurde eine alte Kopie zurückgespielt. Die neueren Einstellungen bleiben; sagen Sie es der Teamleitung.</translation>
    </message>
    <message>
        <source>Two different settings were published as version {version}. The ones you have stay; tell the team&apos;s owner.</source>
        <translation>Als Version {version} wurden zwei verschiedene Stände veröffentlicht. Ihrer bleibt; sagen Sie es dem Inhaber.</translation>
    </message>
    <message>
        <source>Your team&apos;s settings are dated in days to come, so a clock is wrong. The last good ones stay; check the date of this computer first.</source>
        <translation>Die Einstellungen Ihres Teams tragen ein Datum in der Zukunft, also geht eine Uhr falsch. Die letzten guten bleiben; prüfen Sie zuerst das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>What your team published cannot be read. Your team&apos;s last good settings stay.</source>
        <translation>Was Ihr Team veröffentlicht hat, ist nicht lesbar. Die letzten guten Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Nothing is published at {place} just now. Your team&apos;s last good settings stay; it is asked again later.</source>
        <translation>In {place} ist gerade nichts veröffentlicht. Die letzten guten Einstellungen bleiben; später wird wieder gefragt.</translation>
    </message>
    <message>
        <source>There is no folder {place}, or it cannot be reached now. Make it, then try again.</source>
        <translation>Den Ordner {place} gibt es nicht, oder er ist gerade nicht erreichbar. Legen Sie ihn an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>You may not open {place}. Ask whoever looks after your computers to let you read it.</source>
        <translation>Sie dürfen {place} nicht öffnen. Bitten Sie Ihre Administration um Lesezugriff.</translation>
    </message>
    <message>
        <source>{place} cannot be reached ({reason}). Your team&apos;s last good settings stay; it is asked again later.</source>
        <translation>{place} ist nicht erreichbar ({reason}). Die letzten guten Einstellungen bleiben; später wird wieder gefragt.</translation>
    </message>
    <message>
        <source>WiseStep cannot write to {place}. Save the profile as a file, then upload it there.</source>
        <translation>WiseStep kann nicht nach {place} schreiben. Speichern Sie das Profil als Datei und laden Sie es dort hoch.</translation>
    </message>
    <message>
        <source>A team is published at {place} already. Choose an empty folder for this one.</source>
        <translation>In {place} ist schon ein Team veröffentlicht. Wählen Sie einen leeren Ordner.</translation>
    </message>
    <message>
        <source>Too many files at {place} are none of this team&apos;s. Clear the folder, then try again.</source>
        <translation>In {place} liegen zu viele fremde Dateien. Räumen Sie den Ordner auf und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>You do not belong to that team. See: wisestep team status.</source>
        <translation>Zu diesem Team gehören Sie nicht. Siehe: wisestep team status.</translation>
    </message>
    <message>
        <source>You belong to no team. Join one with an invitation, or make one.</source>
        <translation>Sie gehören zu keinem Team. Treten Sie mit einer Einladung bei, oder legen Sie eines an.</translation>
    </message>
    <message>
        <source>Your administrator put this computer into the team, so only they can take it out again.</source>
        <translation>Ihre Administration hat diesen Computer ins Team aufgenommen, und nur sie kann ihn wieder herausnehmen.</translation>
    </message>
    <message>
        <source>What is published at {place} is not signed with the key that your administrator named, so it is not used. Tell your administrator.</source>
        <translation>Was in {place} veröffentlicht ist, trägt nicht die Unterschrift, die Ihre Administration genannt hat, und wird nicht verwendet. Sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>Only the team&apos;s owner and its managers can do that, on the computer that has their key.</source>
        <translation>Das können nur Inhaber und Manager des Teams, an dem Computer, der ihren Schlüssel hat.</translation>
    </message>
    <message>
        <source>Only the team&apos;s owner says who its managers are. Nothing was changed.</source>
        <translation>Nur der Inhaber bestimmt, wer Manager ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed since the last version, so nothing was published.</source>
        <translation>Seit der letzten Version wurde nichts geändert, also wurde nichts veröffentlicht.</translation>
    </message>
    <message>
        <source>{name} has published version {version} meanwhile, and it holds now. Your changes are kept on top of it: look at them, then publish again.</source>
        <translation>{name} hat inzwischen Version {version} veröffentlicht; sie gilt jetzt. Ihre Änderungen bleiben darauf erhalten: Sehen Sie sie an und veröffentlichen Sie erneut.</translation>
    </message>
    <message>
        <source>There is no client secret here that could go along. Set it under Connections first.</source>
        <translation>Hier gibt es kein Client-Geheimnis, das mitgehen könnte. Tragen Sie es zuerst unter Verbindungen ein.</translation>
    </message>
    <message>
        <source>The team&apos;s name must be one line of up to 120 letters.</source>
        <translation>Der Name des Teams muss eine Zeile mit bis zu 120 Zeichen sein.</translation>
    </message>
    <message>
        <source>Your name must be one line of up to 120 letters; the others of the team see it.</source>
        <translation>Ihr Name muss eine Zeile mit bis zu 120 Zeichen sein; die anderen im Team sehen ihn.</translation>
    </message>
    <message>
        <source>The place must be the full path of a folder that everybody in the firm can read, or an https:// address.</source>
        <translation>Der Ort muss der volle Pfad eines Ordners sein, den alle in der Kanzlei lesen können, oder eine https://-Adresse.</translation>
    </message>
    <message>
        <source>The logo must be a picture of up to 250 kB. The old one stays.</source>
        <translation>Das Logo muss ein Bild mit bis zu 250 kB sein. Das alte bleibt.</translation>
    </message>
    <message>
        <source>That is no e-mail address. Members are known by the address they use in Actionstep.</source>
        <translation>Das ist keine E-Mail-Adresse. Mitglieder werden an der Adresse erkannt, die sie in Actionstep verwenden.</translation>
    </message>
    <message>
        <source>This is no whole request of a manager. Ask them to copy it again.</source>
        <translation>Das ist keine vollständige Anfrage eines Managers. Bitten Sie darum, sie noch einmal zu kopieren.</translation>
    </message>
    <message>
        <source>This is not the recovery key of this team. Check each group of four against the sheet.</source>
        <translation>Das ist nicht der Schlüssel dieses Teams. Vergleichen Sie jede Vierergruppe mit dem Blatt.</translation>
    </message>
    <message>
        <source>A team has up to 5,000 members with settings of their own, and 50 managers.</source>
        <translation>Ein Team hat bis zu 5.000 Mitglieder mit eigenen Angaben und 50 Manager.</translation>
    </message>
    <message>
        <source>No manager of this team is called {name}. See: wisestep team status.</source>
        <translation>Kein Manager dieses Teams heißt {name}. Siehe: wisestep team status.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Nothing was changed.</source>
        <translation>{file} kann nicht gelesen werden: {reason}. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Nothing was published.</source>
        <translation>{file} kann nicht geschrieben werden: {reason}. Es wurde nichts veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>shell/team_words</name>
    <message>
        <source>{what}: {before} → {after}</source>
        <translation>{what}: {before} → {after}</translation>
    </message>
    <message numerus="yes">
        <source>{count} changes are not published</source>
        <comment>{count} change is not published</comment>
        <translation>
            <numerusform>{count} Änderung ist nicht veröffentlicht</numerusform>
            <numerusform>{count} Änderungen sind nicht veröffentlicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} settings are decided by the team.</source>
        <comment>One setting is decided by the team.</comment>
        <translation>
            <numerusform>Eine Einstellung legt das Team fest.</numerusform>
            <numerusform>{count} Einstellungen legt das Team fest.</numerusform>
        </translation>
    </message>
    <message>
        <source>left to each member</source>
        <translation>jedem Mitglied überlassen</translation>
    </message>
    <message>
        <source>The team&apos;s name</source>
        <translation>Der Name des Teams</translation>
    </message>
    <message>
        <source>The logo</source>
        <translation>Das Logo</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>{what} changed</source>
        <translation>{what} geändert</translation>
    </message>
    <message>
        <source>Please join {team} in WiseStep.</source>
        <translation>Bitte treten Sie {team} in WiseStep bei.</translation>
    </message>
    <message>
        <source>1. Install WiseStep and start it.</source>
        <translation>1. Installieren Sie WiseStep und starten Sie es.</translation>
    </message>
    <message>
        <source>2. Open this link, or the file attached:</source>
        <translation>2. Öffnen Sie diesen Link oder die angehängte Datei:</translation>
    </message>
    <message>
        <source>3. Press Join, then Connect to Actionstep, and sign in as you always do.</source>
        <translation>3. Drücken Sie „Beitreten“, dann „Mit Actionstep verbinden“, und melden Sie sich an wie immer.</translation>
    </message>
    <message>
        <source>Nothing is decided yet: all of your own settings go on.</source>
        <translation>Noch ist nichts festgelegt: Alle Ihre Einstellungen gelten weiter.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>You will be asked for a code, which I tell you another way.</source>
        <translation>Sie werden nach einem Code gefragt, den ich Ihnen auf anderem Weg mitteile.</translation>
    </message>
    <message>
        <source>The invitation is good until {day}.</source>
        <translation>Die Einladung gilt bis {day}.</translation>
    </message>
</context>
<context>
    <name>shell/texts</name>
    <message>
        <source>{hours} h {minutes:02d}</source>
        <translation>{hours} h {minutes:02d}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours}:{minutes:02d}</source>
        <translation>{hours}:{minutes:02d}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>&lt; {hours} h</source>
        <translation>&lt; {hours} h</translation>
    </message>
    <message>
        <source>&lt; {hours}:{minutes:02d}</source>
        <translation>&lt; {hours}:{minutes:02d}</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten: {count} stays, {time}.</source>
        <comment>Forgotten: one stay, {time}.</comment>
        <translation>
            <numerusform>Vergessen: ein Aufenthalt, {time}.</numerusform>
            <numerusform>Vergessen: {count} Aufenthalte, {time}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Quiet reading? Possible work</source>
        <translation>Stilles Lesen? Mögliche Arbeit</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Two hours and more in one window without a break: please check.</source>
        <translation>Zwei Stunden und mehr ohne Pause in einem Fenster: bitte prüfen.</translation>
    </message>
    <message>
        <source>Recorded while a signal did not work well: please check.</source>
        <translation>Aufgezeichnet, während ein Signal nicht gut arbeitete: bitte prüfen.</translation>
    </message>
    <message>
        <source>Said by you, not recorded.</source>
        <translation>Von Ihnen angegeben, nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Counted by a timer.</source>
        <translation>Von einer Stoppuhr gezählt.</translation>
    </message>
    <message>
        <source>{matter} · closed · {name}</source>
        <translation>{matter} · geschlossen · {name}</translation>
    </message>
    <message>
        <source>{count} matters: choose</source>
        <translation>{count} Akten: bitte wählen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Telefonat</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Gerichtstermin</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Other work</source>
        <translation>Andere Arbeit</translation>
    </message>
    <message>
        <source>Nothing of the kind was recorded, so there was nothing to forget.</source>
        <translation>Dergleichen wurde nicht aufgezeichnet, daher gab es nichts zu vergessen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} sent entries keep their hours and text, as Actionstep has them; their evidence here is gone.</source>
        <comment>One sent entry keeps its hours and its text, as Actionstep has them; its evidence here is gone.</comment>
        <translation>
            <numerusform>Ein gesendeter Eintrag behält seine Stunden und seinen Text, wie Actionstep sie hat; seine Belege hier sind fort.</numerusform>
            <numerusform>{count} gesendete Einträge behalten Stunden und Text, wie Actionstep sie hat; ihre Belege hier sind fort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another WiseStep is reading the timeline just now; its file is wiped at the next start.</source>
        <translation>Ein anderes WiseStep liest gerade den Zeitverlauf; dessen Datei wird beim nächsten Start bereinigt.</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Which matter?</source>
        <translation>Welche Akte?</translation>
    </message>
    <message>
        <source>{name}? · {matter}</source>
        <translation>{name}? · {matter}</translation>
    </message>
    <message>
        <source>Two matters: choose</source>
        <translation>Zwei Akten: bitte wählen</translation>
    </message>
    <message>
        <source>{occupation}: {note}</source>
        <translation>{occupation}: {note}</translation>
    </message>
    <message>
        <source>Total worked time: {worked}</source>
        <translation>Gearbeitete Zeit insgesamt: {worked}</translation>
    </message>
    <message>
        <source>Total chargeable time: {billed}</source>
        <translation>Berechnete Zeit insgesamt: {billed}</translation>
    </message>
    <message>
        <source>Charged at {percent} %</source>
        <translation>Berechnet zu {percent} %</translation>
    </message>
    <message>
        <source>{time}  {title}</source>
        <translation>{time}  {title}</translation>
    </message>
    <message>
        <source>Check narratives you wrote yourself: they were not changed.</source>
        <translation>Prüfen Sie Tätigkeitstexte, die Sie selbst geschrieben haben: Sie wurden nicht geändert.</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>{fate} · {matter}</source>
        <translation>{fate} · {matter}</translation>
    </message>
    <message>
        <source>Changed there</source>
        <translation>Dort geändert</translation>
    </message>
    <message>
        <source>Deleted there</source>
        <translation>Dort gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>{count} draft entries lost that time.</source>
        <comment>One draft entry lost that time.</comment>
        <translation>
            <numerusform>Ein Entwurf hat diese Zeit verloren.</numerusform>
            <numerusform>{count} Entwürfe haben diese Zeit verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell/tray</name>
    <message>
        <source>Open timeline</source>
        <translation>Zeitverlauf öffnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Hide names while others see this screen</source>
        <translation>Namen ausblenden, solange andere mitsehen</translation>
    </message>
    <message>
        <source>What WiseStep has learned</source>
        <translation>Was WiseStep gelernt hat</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Today: {time}</source>
        <translation>Heute: {time}</translation>
    </message>
    <message>
        <source>Actionstep asks you to sign in again</source>
        <translation>Actionstep bittet Sie, sich neu anzumelden</translation>
    </message>
    <message numerus="yes">
        <source>{count} entries need you: not sent</source>
        <comment>{count} entry needs you: not sent</comment>
        <translation>
            <numerusform>{count} Eintrag braucht Sie: nicht gesendet</numerusform>
            <numerusform>{count} Einträge brauchen Sie: nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Actionstep was not reached for long; go online soon, or the sign-in ends</source>
        <translation>Actionstep wurde lange nicht erreicht; gehen Sie bald online, sonst endet die Anmeldung</translation>
    </message>
    <message>
        <source>The last 15 minutes</source>
        <translation>Die letzten 15 Minuten</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Die letzte Stunde</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>shell/update_sentences</name>
    <message>
        <source>Your administrator looks after new versions, so WiseStep does not ask for them.</source>
        <translation>Ihre Administration kümmert sich um neue Versionen, deshalb fragt WiseStep nicht danach.</translation>
    </message>
    <message>
        <source>No address is set at which new versions are told of, so nobody was asked. It is the setting updates.address.</source>
        <translation>Es ist keine Adresse eingestellt, an der neue Versionen gemeldet werden, deshalb wurde niemand gefragt. Die Einstellung heißt updates.address.</translation>
    </message>
    <message>
        <source>There is no key to check news of versions with, so nobody was asked. It is the setting updates.key.</source>
        <translation>Es gibt keinen Schlüssel, mit dem sich Meldungen neuer Versionen prüfen lassen, deshalb wurde niemand gefragt. Die Einstellung heißt updates.key.</translation>
    </message>
    <message>
        <source>{place} cannot be reached ({reason}), so nothing new is known of versions.</source>
        <translation>{place} ist nicht zu erreichen ({reason}), deshalb ist über Versionen nichts Neues bekannt.</translation>
    </message>
    <message>
        <source>The file about new versions is larger than {limit} kB, so it was ignored.</source>
        <translation>Die Datei über neue Versionen ist größer als {limit} kB und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>The file about new versions cannot be read, so it was ignored.</source>
        <translation>Die Datei über neue Versionen ist nicht lesbar und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>The file about new versions can only be read by a newer WiseStep, so it was ignored.</source>
        <translation>Die Datei über neue Versionen kann nur ein neueres WiseStep lesen; sie wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>The file about new versions is wrong in “{field}”, so it was ignored.</source>
        <translation>Die Datei über neue Versionen ist in „{field}“ falsch und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>The file at the address is about another program, so it was ignored.</source>
        <translation>Die Datei unter der Adresse handelt von einem anderen Programm und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>The file about new versions is signed with another key than expected, so it was ignored.</source>
        <translation>Die Datei über neue Versionen ist mit einem anderen Schlüssel signiert als erwartet und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>The file about new versions was changed after it was signed, so it was ignored.</source>
        <translation>Die Datei über neue Versionen wurde nach dem Signieren verändert und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>The file about new versions is older than what was seen before, so it was ignored.</source>
        <translation>Die Datei über neue Versionen ist älter als die zuletzt gesehene und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>The file about new versions changed without getting a new number, so it was ignored.</source>
        <translation>Die Datei über neue Versionen hat sich geändert, ohne eine neue Nummer zu bekommen, und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>“{text}” is no version such as 1.2.3. Nothing was changed.</source>
        <translation>„{text}“ ist keine Version wie 1.2.3. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>shell/update_words</name>
    <message>
        <source>You have the latest version</source>
        <translation>Sie haben die neueste Version</translation>
    </message>
    <message>
        <source>Looked after by your administrator</source>
        <translation>Das übernimmt Ihre Administration</translation>
    </message>
    <message>
        <source>Version {version} is available</source>
        <translation>Version {version} ist verfügbar</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Released on {day}.</source>
        <translation>Erschienen am {day}.</translation>
    </message>
    <message>
        <source>Last checked on {day}.</source>
        <translation>Zuletzt geprüft am {day}.</translation>
    </message>
    <message>
        <source>WiseStep looks only when you ask it to; on the page General you can let it look once a week.</source>
        <translation>WiseStep sieht nur nach, wenn Sie es verlangen; auf der Seite Allgemein können Sie es einmal in der Woche nachsehen lassen.</translation>
    </message>
    <message>
        <source>It closes a security gap.</source>
        <translation>Sie schließt eine Sicherheitslücke.</translation>
    </message>
    <message>
        <source>You skipped it, so the bell is silent about it.</source>
        <translation>Sie haben sie übersprungen, deshalb schweigt die Glocke darüber.</translation>
    </message>
    <message>
        <source>Nothing is installed by itself.</source>
        <translation>Nichts wird von selbst installiert.</translation>
    </message>
    <message>
        <source>The next look is on {day} or later.</source>
        <translation>Das nächste Mal wird am {day} oder später nachgesehen.</translation>
    </message>
    <message>
        <source>WiseStep looks once a week.</source>
        <translation>WiseStep sieht einmal in der Woche nach.</translation>
    </message>
</context>
<context>
    <name>shell/upkeep_words</name>
    <message>
        <source>Between {before} and {after} there was no day on which WiseStep ran: the computer was off, or its clock went ahead. If the clock is wrong, set it right: by a wrong clock, time that you still need would be deleted.</source>
        <translation>Zwischen {before} und {after} gab es keinen Tag, an dem WiseStep lief: Der Computer war aus, oder seine Uhr wurde vorgestellt. Wenn die Uhr falsch geht, stellen Sie sie richtig: Nach einer falschen Uhr würde Zeit gelöscht, die Sie noch brauchen.</translation>
    </message>
    <message numerus="yes">
        <source>So WiseStep waits; if the clock is right, that happens by itself after {count} more days of use.</source>
        <comment>So WiseStep waits; if the clock is right, that happens by itself after one more day of use.</comment>
        <translation>
            <numerusform>Darum wartet WiseStep; wenn die Uhr stimmt, geschieht es nach einem weiteren Nutzungstag von selbst.</numerusform>
            <numerusform>Darum wartet WiseStep; wenn die Uhr stimmt, geschieht es nach {count} weiteren Nutzungstagen von selbst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} records written to {file}. It is not encrypted: keep it safe.</source>
        <comment>One record written to {file}. It is not encrypted: keep it safe.</comment>
        <translation>
            <numerusform>Ein Datensatz nach {file} geschrieben. Die Datei ist nicht verschlüsselt: Bewahren Sie sie sicher auf.</numerusform>
            <numerusform>{count} Datensätze nach {file} geschrieben. Die Datei ist nicht verschlüsselt: Bewahren Sie sie sicher auf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} bytes</source>
        <comment>{count} byte</comment>
        <translation>
            <numerusform>{count} Byte</numerusform>
            <numerusform>{count} Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>That happens by itself within {count} days of use.</source>
        <translation>Das geschieht von selbst innerhalb von {count} Nutzungstagen.</translation>
    </message>
    <message>
        <source>Recorded since</source>
        <translation>Aufgezeichnet seit</translation>
    </message>
    <message>
        <source>Stays in windows</source>
        <translation>Aufenthalte in Fenstern</translation>
    </message>
    <message>
        <source>Stretches of being there or away</source>
        <translation>Abschnitte da oder abwesend</translation>
    </message>
    <message>
        <source>Rows you said something about</source>
        <translation>Zeilen, zu denen Sie etwas sagten</translation>
    </message>
    <message>
        <source>Time you added by hand</source>
        <translation>Von Hand eingetragene Zeit</translation>
    </message>
    <message>
        <source>Draft entries</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Entries on their way</source>
        <translation>Einträge unterwegs</translation>
    </message>
    <message>
        <source>Sent entries</source>
        <translation>Gesendete Einträge</translation>
    </message>
    <message>
        <source>Entries seen in Actionstep</source>
        <translation>In Actionstep gesehene Einträge</translation>
    </message>
    <message>
        <source>Lessons from corrections</source>
        <translation>Aus Korrekturen Gelerntes</translation>
    </message>
    <message>
        <source>Names you gave</source>
        <translation>Von Ihnen vergebene Namen</translation>
    </message>
    <message>
        <source>The timeline, encrypted</source>
        <translation>Die Zeitleiste, verschlüsselt</translation>
    </message>
    <message>
        <source>Copies from before updates, encrypted</source>
        <translation>Kopien von vor Aktualisierungen, verschlüsselt</translation>
    </message>
    <message>
        <source>The program&apos;s log, without titles</source>
        <translation>Das Protokoll des Programms, ohne Titel</translation>
    </message>
    <message>
        <source>Reports of unexpected ends, without titles</source>
        <translation>Berichte über unerwartetes Beenden, ohne Titel</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles zusammen</translation>
    </message>
    <message>
        <source>Nothing recorded before {date} is left to delete.</source>
        <translation>Von vor {date} ist nichts mehr zu löschen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} older rows ({time}) have a matter and are not sent, so they stay.</source>
        <comment>One older row ({time}) has a matter and is not sent, so it stays.</comment>
        <translation>
            <numerusform>Eine ältere Zeile ({time}) hat eine Akte und ist nicht gesendet, daher bleibt sie.</numerusform>
            <numerusform>{count} ältere Zeilen ({time}) haben eine Akte und sind nicht gesendet, daher bleiben sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} older draft entries stay until you send or delete them.</source>
        <comment>One older draft entry stays until you send or delete it.</comment>
        <translation>
            <numerusform>Ein älterer Entwurf bleibt, bis Sie ihn senden oder löschen.</numerusform>
            <numerusform>{count} ältere Entwürfe bleiben, bis Sie sie senden oder löschen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} stays from before {date} would be deleted.</source>
        <comment>One stay from before {date} would be deleted.</comment>
        <translation>
            <numerusform>Ein Aufenthalt von vor {date} würde gelöscht.</numerusform>
            <numerusform>{count} Aufenthalte von vor {date} würden gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} stays from before {date} were deleted.</source>
        <comment>One stay from before {date} was deleted.</comment>
        <translation>
            <numerusform>Ein Aufenthalt von vor {date} wurde gelöscht.</numerusform>
            <numerusform>{count} Aufenthalte von vor {date} wurden gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell/views/add_time</name>
    <message>
        <source>What it was</source>
        <translation>Was es war</translation>
    </message>
    <message>
        <source>With whom, or about what</source>
        <translation>Mit wem oder worüber</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>0.5, 1:30 or 30 min</source>
        <translation>0,5, 1:30 oder 30 min</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Some time that day</source>
        <translation>Ohne Uhrzeit</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Start a timer</source>
        <translation>Stoppuhr starten</translation>
    </message>
    <message>
        <source>Add time · {date}</source>
        <translation>Zeit erfassen · {date}</translation>
    </message>
    <message>
        <source>Count from now on, beside what is recorded</source>
        <translation>Von jetzt an zählen, neben der Aufzeichnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>shell/views/additions_box</name>
    <message>
        <source>Add summary</source>
        <translation>Summe anfügen</translation>
    </message>
    <message>
        <source>Totals below the narrative</source>
        <translation>Summen unter dem Tätigkeitstext</translation>
    </message>
    <message>
        <source>Add activities</source>
        <translation>Tätigkeiten anfügen</translation>
    </message>
    <message>
        <source>What was in front, and for how long. Read it before sending</source>
        <translation>Was im Vordergrund war und wie lange. Lesen Sie sie vor dem Senden</translation>
    </message>
    <message>
        <source>Preview as sent</source>
        <translation>Vorschau wie gesendet</translation>
    </message>
</context>
<context>
    <name>shell/views/bars</name>
    <message>
        <source>Syncing matters</source>
        <translation>Akten werden abgeglichen</translation>
    </message>
    <message>
        <source>Actionstep: {state}</source>
        <translation>Actionstep: {state}</translation>
    </message>
    <message>
        <source>Waiting for you to sign in…</source>
        <translation>Wartet auf Ihre Anmeldung…</translation>
    </message>
    <message numerus="yes">
        <source>{shown} matters</source>
        <comment>{shown} matter</comment>
        <translation>
            <numerusform>{shown} Akte</numerusform>
            <numerusform>{shown} Akten</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>!  Sign in again</source>
        <translation>!  Neu anmelden</translation>
    </message>
    <message>
        <source>!  {organisation} · not up to date</source>
        <translation>!  {organisation} · nicht aktuell</translation>
    </message>
    <message>
        <source> · {count} to send</source>
        <translation> · {count} zu senden</translation>
    </message>
    <message>
        <source> · {count} not sent</source>
        <translation> · {count} nicht gesendet</translation>
    </message>
</context>
<context>
    <name>shell/views/bell</name>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>Diese Version überspringen</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Heute nicht</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>Es liegt nichts an.</translation>
    </message>
    <message>
        <source>Skip this version: {what}</source>
        <translation>Diese Version überspringen: {what}</translation>
    </message>
    <message>
        <source>Not today: {what}</source>
        <translation>Heute nicht: {what}</translation>
    </message>
</context>
<context>
    <name>shell/views/billing_box</name>
    <message>
        <source>Non-billable: nothing is charged.</source>
        <translation>Nicht abrechenbar: Es wird nichts berechnet.</translation>
    </message>
    <message>
        <source>Billed, in hours</source>
        <translation>Abgerechnet, in Stunden</translation>
    </message>
    <message>
        <source>Type hours such as 0.6 or 1:30 to bill another time than was worked</source>
        <translation>Geben Sie Stunden ein, etwa 0,6 oder 1:30, um eine andere als die gearbeitete Zeit abzurechnen</translation>
    </message>
    <message>
        <source>As worked</source>
        <translation>Wie gearbeitet</translation>
    </message>
    <message>
        <source>put in by you</source>
        <translation>von Ihnen eingetragen</translation>
    </message>
    <message>
        <source>+{time} rounding</source>
        <translation>+{time} Rundung</translation>
    </message>
    <message>
        <source>Bill what was worked</source>
        <translation>Abrechnen, was gearbeitet wurde</translation>
    </message>
    <message>
        <source>less {time} weighting</source>
        <translation>minus {time} Gewichtung</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
</context>
<context>
    <name>shell/views/connection_menu</name>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect from Actionstep?</source>
        <translation>Von Actionstep trennen?</translation>
    </message>
    <message>
        <source>The sign-in is forgotten on this computer. Actionstep itself is not told; you can withdraw it there.</source>
        <translation>Die Anmeldung wird auf diesem Computer vergessen. Actionstep selbst erfährt davon nichts; dort können Sie sie widerrufen.</translation>
    </message>
    <message>
        <source>Paste the address</source>
        <translation>Adresse einfügen</translation>
    </message>
    <message>
        <source>Copy the whole address of the page your browser ended at, and paste it here.</source>
        <translation>Kopieren Sie die ganze Adresse der Seite, bei der Ihr Browser angekommen ist, und fügen Sie sie hier ein.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Organisation: {name}</source>
        <translation>Organisation: {name}</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>Connection settings…</source>
        <translation>Verbindungseinstellungen…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message numerus="yes">
        <source>{count} entries wait here until then.</source>
        <comment>{count} entry waits here until you connect again.</comment>
        <translation>
            <numerusform>{count} Eintrag wartet hier, bis Sie wieder verbunden sind.</numerusform>
            <numerusform>{count} Einträge warten hier bis dahin.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not it. The right address holds “code=” and “state=”.</source>
        <translation>Das ist sie nicht. Die richtige Adresse enthält „code=“ und „state=“.</translation>
    </message>
    <message>
        <source>Signed in as {name} ({email})</source>
        <translation>Angemeldet als {name} ({email})</translation>
    </message>
    <message>
        <source>Region: {region}</source>
        <translation>Region: {region}</translation>
    </message>
    <message>
        <source>The sign-in lasts until {date}, and longer when used</source>
        <translation>Die Anmeldung gilt bis {date}, bei Benutzung länger</translation>
    </message>
    <message>
        <source>Last synced {date}</source>
        <translation>Zuletzt abgeglichen {date}</translation>
    </message>
</context>
<context>
    <name>shell/views/connection_notice</name>
    <message>
        <source>Finish signing in in your browser. If it ends at an error page, paste that page&apos;s address here.</source>
        <translation>Schließen Sie die Anmeldung in Ihrem Browser ab. Endet er bei einer Fehlerseite, fügen Sie deren Adresse hier ein.</translation>
    </message>
    <message>
        <source>WiseStep does not know yet how your firm signs in at Actionstep. Fill in the connection, or join your team.</source>
        <translation>WiseStep weiß noch nicht, wie sich Ihre Kanzlei bei Actionstep anmeldet. Füllen Sie die Verbindung aus, oder treten Sie Ihrem Team bei.</translation>
    </message>
    <message>
        <source>Use my own browser</source>
        <translation>Eigenen Browser verwenden</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>Einrichten</translation>
    </message>
</context>
<context>
    <name>shell/views/crash_window</name>
    <message>
        <source>Saved as {file}. It is no longer kept here.</source>
        <translation>Gespeichert als {file}. Hier wird der Bericht nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>This is what WiseStep wrote down when it ended: where in the program it was. There is no title, name or text of yours in it. It is only on this computer; if you want to pass it on, save it and send it yourself.</source>
        <translation>Das hat WiseStep notiert, als es beendet wurde: an welcher Stelle des Programms es war. Kein Titel, kein Name und kein Text von Ihnen steht darin. Der Bericht liegt nur auf diesem Rechner; wenn Sie ihn weitergeben möchten, speichern Sie ihn und senden Sie ihn selbst.</translation>
    </message>
    <message>
        <source>WiseStep: report</source>
        <translation>WiseStep: Bericht</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Delete the report</source>
        <translation>Bericht löschen</translation>
    </message>
    <message>
        <source>WiseStep ended unexpectedly</source>
        <translation>WiseStep wurde unerwartet beendet</translation>
    </message>
    <message>
        <source>There is no report any more.</source>
        <translation>Es gibt keinen Bericht mehr.</translation>
    </message>
    <message>
        <source>The report was deleted.</source>
        <translation>Der Bericht wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>shell/views/day_page</name>
    <message>
        <source>Search all days</source>
        <translation>Alle Tage durchsuchen</translation>
    </message>
</context>
<context>
    <name>shell/views/day_panel</name>
    <message numerus="yes">
        <source>{count} rows have no matter · {time}</source>
        <comment>{count} row has no matter · {time}</comment>
        <translation>
            <numerusform>{count} Zeile hat keine Akte · {time}</numerusform>
            <numerusform>{count} Zeilen haben keine Akte · {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Select rows that belong together, or give them a matter, and make an entry of them.</source>
        <translation>Wählen Sie Zeilen, die zusammengehören, oder geben Sie ihnen eine Akte, und machen Sie daraus einen Eintrag.</translation>
    </message>
    <message>
        <source>Nothing to review.</source>
        <translation>Nichts zu prüfen.</translation>
    </message>
    <message>
        <source>{time} has a matter and is in no entry yet.</source>
        <translation>{time} haben eine Akte und stehen noch in keinem Eintrag.</translation>
    </message>
    <message>
        <source>Everything with a matter is in an entry. Read them, then send.</source>
        <translation>Alles, was eine Akte hat, steht in einem Eintrag. Lesen Sie die Einträge und senden Sie dann.</translation>
    </message>
    <message>
        <source>Everything with a matter is sent. Nothing is left to do.</source>
        <translation>Alles, was eine Akte hat, ist gesendet. Es bleibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Entries of this day</source>
        <translation>Einträge dieses Tages</translation>
    </message>
    <message>
        <source>Make entries</source>
        <translation>Einträge anlegen</translation>
    </message>
    <message>
        <source>Send the day</source>
        <translation>Den Tag senden</translation>
    </message>
    <message numerus="yes">
        <source>Make entries of {count} rows</source>
        <comment>Make entries of {count} row</comment>
        <translation>
            <numerusform>{count} Zeile eintragen</numerusform>
            <numerusform>{count} Zeilen eintragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {count} drafts</source>
        <comment>Send {count} draft</comment>
        <translation>
            <numerusform>{count} Entwurf senden</numerusform>
            <numerusform>{count} Entwürfe senden</numerusform>
        </translation>
    </message>
    <message>
        <source>{state} · {hours} h · {matter}</source>
        <translation>{state} · {hours} h · {matter}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Zeigen: {what}</translation>
    </message>
    <message>
        <source>One for each matter and kind of work. Key: G</source>
        <translation>Einen je Akte und Art der Arbeit. Taste: G</translation>
    </message>
    <message>
        <source>Send every draft of this day. Keys: Ctrl+Shift+Enter</source>
        <translation>Alle Entwürfe dieses Tages senden. Tasten: Strg+Umschalt+Eingabe</translation>
    </message>
    <message numerus="yes">
        <source>{count} absences to explain · {time}</source>
        <comment>{count} absence to explain · {time}</comment>
        <translation>
            <numerusform>{count} Abwesenheit zu erklären · {time}</numerusform>
            <numerusform>{count} Abwesenheiten zu erklären · {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} entries were not sent</source>
        <comment>{count} entry was not sent</comment>
        <translation>
            <numerusform>{count} Eintrag wurde nicht gesendet</numerusform>
            <numerusform>{count} Einträge wurden nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h sent</source>
        <translation>{hours} h gesendet</translation>
    </message>
    <message>
        <source>{hours} h in drafts</source>
        <translation>{hours} h in Entwürfen</translation>
    </message>
    <message numerus="yes">
        <source>{count} on their way</source>
        <comment>{count} on its way</comment>
        <translation>
            <numerusform>{count} unterwegs</numerusform>
            <numerusform>{count} unterwegs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell/views/day_parts</name>
    <message>
        <source>Nothing recorded yet today.</source>
        <translation>Heute noch nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>No rows fit here. Choose “All” or clear the search.</source>
        <translation>Keine Zeile passt. Wählen Sie „Alle“ oder leeren Sie die Suche.</translation>
    </message>
    <message>
        <source>Nothing was recorded on this day.</source>
        <translation>An diesem Tag wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Recording has begun. Rows appear here as you work.</source>
        <translation>Die Aufzeichnung läuft. Zeilen erscheinen hier, während Sie arbeiten.</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>Ohne Akte</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Mit Akte</translation>
    </message>
    <message>
        <source>By application</source>
        <translation>Nach Anwendung</translation>
    </message>
</context>
<context>
    <name>shell/views/day_tabs</name>
    <message>
        <source>Days of the week</source>
        <translation>Tage der Woche</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>Nichts aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>shell/views/details_box</name>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>Work date</source>
        <translation>Arbeitstag</translation>
    </message>
    <message>
        <source>Timekeeper</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Work date, timekeeper and codes</source>
        <translation>Arbeitstag, Bearbeiter und Codes</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
</context>
<context>
    <name>shell/views/draft_desk</name>
    <message>
        <source>Kept as a draft. Connect to Actionstep to send it.</source>
        <translation>Als Entwurf behalten. Verbinden Sie sich mit Actionstep, um ihn zu senden.</translation>
    </message>
</context>
<context>
    <name>shell/views/elsewhere</name>
    <message>
        <source>Made elsewhere in Actionstep · {hours} h</source>
        <translation>Anderswo in Actionstep erfasst · {hours} h</translation>
    </message>
    <message>
        <source>on bill {bill}</source>
        <translation>auf Rechnung {bill}</translation>
    </message>
    <message numerus="yes">
        <source>and {count} more</source>
        <comment>and {count} more</comment>
        <translation>
            <numerusform>und {count} weiterer</numerusform>
            <numerusform>und {count} weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell/views/entry_aid</name>
    <message>
        <source>{date} · worked {worked} h · billed {billed} h</source>
        <translation>{date} · gearbeitet {worked} h · abgerechnet {billed} h</translation>
    </message>
    <message>
        <source>(no description)</source>
        <translation>(keine Beschreibung)</translation>
    </message>
</context>
<context>
    <name>shell/views/entry_panel</name>
    <message>
        <source>Send to Actionstep</source>
        <translation>An Actionstep senden</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Als Entwurf behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Teilen…</translation>
    </message>
    <message>
        <source>Open in Actionstep</source>
        <translation>In Actionstep öffnen</translation>
    </message>
    <message numerus="yes">
        <source>{count} rows</source>
        <comment>{count} row</comment>
        <translation>
            <numerusform>{count} Zeile</numerusform>
            <numerusform>{count} Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Eintrag {number}</translation>
    </message>
    <message>
        <source>{heading} · {rows} · {date}</source>
        <translation>{heading} · {rows} · {date}</translation>
    </message>
    <message>
        <source>Back to the day. Key: Esc</source>
        <translation>Zurück zum Tag. Taste: Esc</translation>
    </message>
    <message>
        <source>Take the draft apart; its rows are open again</source>
        <translation>Den Entwurf auflösen; seine Zeilen sind wieder offen</translation>
    </message>
    <message>
        <source>Do not send it yet: it becomes a draft again</source>
        <translation>Noch nicht senden: Er wird wieder ein Entwurf</translation>
    </message>
    <message>
        <source>Part this time into two</source>
        <translation>Diese Zeit in zwei teilen</translation>
    </message>
    <message>
        <source>Open the matter in your browser</source>
        <translation>Die Akte in Ihrem Browser öffnen</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>shell/views/entry_words</name>
    <message>
        <source>Actionstep already has {hours} h on this matter that day, made elsewhere.</source>
        <translation>Actionstep hat auf dieser Akte an dem Tag schon {hours} h, anderswo erfasst.</translation>
    </message>
    <message>
        <source>Next attempt at {time}.</source>
        <translation>Nächster Versuch um {time}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of these rows name other matters.</source>
        <comment>{count} of these rows names another matter.</comment>
        <translation>
            <numerusform>{count} dieser Zeilen nennt eine andere Akte.</numerusform>
            <numerusform>{count} dieser Zeilen nennen andere Akten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Abrechnen</translation>
    </message>
    <message>
        <source>No charge</source>
        <translation>Ohne Berechnung</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Non-billable</source>
        <translation>Nicht abrechenbar</translation>
    </message>
    <message>
        <source>It was changed in Actionstep: {hours} h there now.</source>
        <translation>Er wurde in Actionstep geändert: Dort stehen jetzt {hours} h.</translation>
    </message>
    <message>
        <source>Sent. It is number {number} in Actionstep.</source>
        <translation>Gesendet. In Actionstep hat er die Nummer {number}.</translation>
    </message>
    <message>
        <source>Without a matter it goes out as non-billable: nothing is charged.</source>
        <translation>Ohne Akte geht es als nicht abrechenbar hinaus: Es wird nichts berechnet.</translation>
    </message>
    <message>
        <source>It is on bill {bill}, so it cannot be changed any more.</source>
        <translation>Er steht auf Rechnung {bill} und kann nicht mehr geändert werden.</translation>
    </message>
    <message>
        <source>It is locked in Actionstep.</source>
        <translation>Er ist in Actionstep gesperrt.</translation>
    </message>
    <message>
        <source>It was deleted in Actionstep. Take it back to make it a draft again.</source>
        <translation>Er wurde in Actionstep gelöscht. Nehmen Sie ihn zurück, damit er wieder ein Entwurf wird.</translation>
    </message>
    <message>
        <source>Not sent. {why}</source>
        <translation>Nicht gesendet. {why}</translation>
    </message>
    <message>
        <source>Waits to be sent. {why}</source>
        <translation>Wartet auf das Senden. {why}</translation>
    </message>
</context>
<context>
    <name>shell/views/evidence_card</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept the likeliest matter of each selected row. Key: A</source>
        <translation>Für jede gewählte Zeile die wahrscheinlichste Akte annehmen. Taste: A</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>Nicht diese</translation>
    </message>
    <message>
        <source>Not this matter: choose another one. Key: R</source>
        <translation>Nicht diese Akte: eine andere wählen. Taste: R</translation>
    </message>
    <message>
        <source>{matter}?</source>
        <translation>{matter}?</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Keine davon</translation>
    </message>
</context>
<context>
    <name>shell/views/first_run</name>
    <message>
        <source>WiseStep lives in the tray and can only note what it sees. You can change this at any time.</source>
        <translation>WiseStep lebt im Infobereich und kann nur festhalten, was es sieht. Sie können das jederzeit ändern.</translation>
    </message>
    <message>
        <source>Sign in once, and your matters and activity types are here. Your time goes to Actionstep only when you send it.</source>
        <translation>Melden Sie sich einmal an, und Ihre Akten und Tätigkeitsarten sind da. Ihre Zeit geht erst an Actionstep, wenn Sie sie senden.</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Seite {page} von {count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Start WiseStep when I sign in to this computer</source>
        <translation>WiseStep starten, wenn ich mich an diesem Computer anmelde</translation>
    </message>
    <message>
        <source>Practise with a made-up firm</source>
        <translation>Mit einer erfundenen Kanzlei üben</translation>
    </message>
    <message>
        <source>Or try everything first: a second WiseStep opens on a firm that is not real. Nothing of it is kept.</source>
        <translation>Oder probieren Sie zuerst alles aus: Ein zweites WiseStep öffnet sich mit einer erfundenen Kanzlei. Davon bleibt nichts erhalten.</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufzeichnung starten</translation>
    </message>
    <message>
        <source>The practice firm opens in a window of its own; its sign-in page says who you are there.</source>
        <translation>Die Übungskanzlei öffnet sich in einem eigenen Fenster; auf ihrer Anmeldeseite steht, wer Sie dort sind.</translation>
    </message>
    <message>
        <source>The practice firm could not be opened. Open a terminal and type: wisestep demo</source>
        <translation>Die Übungskanzlei ließ sich nicht öffnen. Öffnen Sie ein Terminal und geben Sie ein: wisestep demo</translation>
    </message>
    <message>
        <source>Start with the computer?</source>
        <translation>Mit dem Computer starten?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>shell/views/first_words</name>
    <message>
        <source>Your day, written down for you</source>
        <translation>Ihr Tag, für Sie aufgeschrieben</translation>
    </message>
    <message>
        <source>Nothing is recorded until you choose “Start recording” on the next page.</source>
        <translation>Nichts wird aufgezeichnet, bis Sie auf der nächsten Seite „Aufzeichnung starten“ wählen.</translation>
    </message>
    <message>
        <source>What never is recorded</source>
        <translation>Was nie aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Nobody else sees your timeline, and you can forget any part of it.</source>
        <translation>Niemand sonst sieht Ihre Zeitleiste, und Sie können jeden Teil davon vergessen lassen.</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Which window is in front: the application, its title and document, and whether somebody was at the computer.</source>
        <translation>Welches Fenster vorn ist: das Programm, sein Titel und Dokument, und ob jemand am Computer war.</translation>
    </message>
    <message>
        <source>Where it stays</source>
        <translation>Wo es bleibt</translation>
    </message>
    <message>
        <source>On this computer only, encrypted with a key in your system&apos;s keyring. Only the time entries you send go to Actionstep.</source>
        <translation>Nur auf diesem Computer, verschlüsselt mit einem Schlüssel im Schlüsselbund Ihres Systems. Nur die Zeiteinträge, die Sie senden, gehen an Actionstep.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>What is in a window, what you type, pictures of the screen, sound.</source>
        <translation>Was in einem Fenster steht, was Sie tippen, Bilder des Bildschirms, Ton.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Sie entscheiden</translation>
    </message>
    <message>
        <source>Pause at any time from the tray. Exclude applications and titles; of those, nothing but “private” is kept.</source>
        <translation>Halten Sie jederzeit über den Infobereich an. Schließen Sie Anwendungen und Titel aus; von ihnen bleibt nichts als „privat“.</translation>
    </message>
</context>
<context>
    <name>shell/views/forget_questions</name>
    <message>
        <source>Forget everything recorded in {application}?</source>
        <translation>Alles vergessen, was in {application} aufgezeichnet wurde?</translation>
    </message>
    <message>
        <source>Never record {application} again</source>
        <translation>{application} nie wieder aufzeichnen</translation>
    </message>
    <message>
        <source>Forget everything whose title contains this?

{title}</source>
        <translation>Alles vergessen, dessen Titel dies enthält?

{title}</translation>
    </message>
    <message>
        <source>Never record such a title again</source>
        <translation>Einen solchen Titel nie wieder aufzeichnen</translation>
    </message>
    <message>
        <source>It is gone at once and cannot be brought back. Drafts lose that time; what was sent stays in Actionstep as it is.</source>
        <translation>Es ist sofort fort und lässt sich nicht zurückholen. Entwürfe verlieren diese Zeit; Gesendetes bleibt in Actionstep, wie es ist.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>shell/views/guide_page</name>
    <message>
        <source>Go on without recording</source>
        <translation>Ohne Aufzeichnung weiter</translation>
    </message>
</context>
<context>
    <name>shell/views/head_bar</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Einen Tag wählen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>{day}. Choose a day</source>
        <translation>{day}. Einen Tag wählen</translation>
    </message>
    <message>
        <source>The day before. Key: Left</source>
        <translation>Der Tag davor. Taste: Links</translation>
    </message>
    <message>
        <source>The day after. Key: Right</source>
        <translation>Der Tag danach. Taste: Rechts</translation>
    </message>
    <message>
        <source>Go to today. Key: Home, outside the list</source>
        <translation>Zu heute. Taste: Pos1, außerhalb der Liste</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>shell/views/health_page</name>
    <message>
        <source>Copy for your administrator</source>
        <translation>Für Ihre IT kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>WiseStep: health</source>
        <translation>WiseStep: Zustand</translation>
    </message>
    <message>
        <source>Copy names and codes, no titles</source>
        <translation>Kopiert Namen und Codes, keine Titel</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>How this desktop is watched</source>
        <translation>Wie diese Arbeitsumgebung beobachtet wird</translation>
    </message>
</context>
<context>
    <name>shell/views/learned_lists</name>
    <message>
        <source>Nothing yet. Accept or reject a suggestion, or choose another matter for a row: which title, which words in it and which folder meant which matter then stands here, and the next such row is suggested better. Once the same words meant the same matter three times, WiseStep asks whether they are one of its names.</source>
        <translation>Noch nichts. Nehmen Sie einen Vorschlag an, lehnen Sie ihn ab oder wählen Sie für eine Zeile eine andere Akte: Dann steht hier, welcher Titel, welche Wörter darin und welcher Ordner welche Akte meinten, und die nächste solche Zeile wird besser vorgeschlagen. Haben dieselben Wörter dreimal dieselbe Akte gemeint, fragt WiseStep, ob sie einer ihrer Namen sind.</translation>
    </message>
    <message numerus="yes">
        <source>{count} more: search to find them.</source>
        <comment>One more: search to find it.</comment>
        <translation>
            <numerusform>Eine weitere: Suchen Sie danach.</numerusform>
            <numerusform>{count} weitere: Suchen Sie danach.</numerusform>
        </translation>
    </message>
    <message>
        <source>No name fits the search.</source>
        <translation>Kein Name passt zur Suche.</translation>
    </message>
    <message>
        <source>You have given no names yet.</source>
        <translation>Sie haben noch keine Namen vergeben.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change “{text}”</source>
        <translation>„{text}“ ändern</translation>
    </message>
    <message>
        <source>Delete “{text}”</source>
        <translation>„{text}“ löschen</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>Nothing fits the search.</source>
        <translation>Nichts passt zur Suche.</translation>
    </message>
    <message>
        <source>Forget “{text}”</source>
        <translation>„{text}“ vergessen</translation>
    </message>
</context>
<context>
    <name>shell/views/learned_page</name>
    <message>
        <source>Words that mean a matter by your own word, wherever they stand in a title.</source>
        <translation>Wörter, die nach Ihren eigenen Worten eine Akte meinen, wo immer sie in einem Titel stehen.</translation>
    </message>
    <message>
        <source>It stays on this computer. Whatever is wrong can be changed or deleted.</source>
        <translation>Es bleibt auf diesem Computer. Was nicht stimmt, können Sie ändern oder löschen.</translation>
    </message>
    <message>
        <source>Forget everything that your corrections taught?</source>
        <translation>Alles vergessen, was Ihre Korrekturen lehrten?</translation>
    </message>
    <message>
        <source>The names you gave stay, and so does every matter you put on a row. Suggestions start afresh.</source>
        <translation>Die von Ihnen vergebenen Namen bleiben, ebenso jede Akte, die Sie einer Zeile gegeben haben. Vorschläge fangen neu an.</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Search what was learned</source>
        <translation>Gelerntes durchsuchen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>Alles vergessen…</translation>
    </message>
    <message>
        <source>Names are hidden while others see this screen.</source>
        <translation>Namen sind ausgeblendet, solange andere diesen Bildschirm sehen.</translation>
    </message>
    <message>
        <source>Export what was learned</source>
        <translation>Gelerntes exportieren</translation>
    </message>
    <message>
        <source>WiseStep: what was learned</source>
        <translation>WiseStep: Gelerntes</translation>
    </message>
    <message>
        <source>Write everything into a JSON file</source>
        <translation>Alles in eine JSON-Datei schreiben</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>In {file} exportiert.</translation>
    </message>
    <message>
        <source>From your corrections</source>
        <translation>Aus Ihren Korrekturen</translation>
    </message>
</context>
<context>
    <name>shell/views/list_bar</name>
    <message>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>+ Add time</source>
        <translation>+ Zeit erfassen</translation>
    </message>
    <message>
        <source>Write down time that no window saw. Keys: Ctrl+N</source>
        <translation>Zeit notieren, die kein Fenster gesehen hat. Tasten: Strg+N</translation>
    </message>
</context>
<context>
    <name>shell/views/narrative_box</name>
    <message>
        <source>What you did, as the client should read it</source>
        <translation>Was Sie getan haben, wie der Mandant es lesen soll</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Write it from what was recorded, and nothing else</source>
        <translation>Aus dem Aufgezeichneten schreiben und aus nichts sonst</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>From: {sources}</source>
        <translation>Aus: {sources}</translation>
    </message>
</context>
<context>
    <name>shell/views/offer_notice</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>You said three times that “{text}” means {matter}. Treat it as one of its names from now on?</source>
        <translation>Sie haben dreimal gesagt, dass „{text}“ {matter} meint. Soll es von nun an als einer ihrer Namen gelten?</translation>
    </message>
    <message>
        <source>Do so</source>
        <translation>So machen</translation>
    </message>
    <message>
        <source>Never ask about these words and this matter again</source>
        <translation>Zu diesen Wörtern und dieser Akte nie wieder fragen</translation>
    </message>
    <message>
        <source>“{text}” becomes one of its names.</source>
        <translation>„{text}“ wird einer ihrer Namen.</translation>
    </message>
</context>
<context>
    <name>shell/views/phrase_form</name>
    <message>
        <source>Words, such as “the wharf job”</source>
        <translation>Wörter, etwa „die Werftsache“</translation>
    </message>
    <message>
        <source>Words that mean a matter</source>
        <translation>Wörter, die eine Akte meinen</translation>
    </message>
    <message>
        <source>means</source>
        <translation>steht für</translation>
    </message>
</context>
<context>
    <name>shell/views/radar_page</name>
    <message numerus="yes">
        <source>{time} of work from {count} days is not sent, the oldest first.</source>
        <comment>{time} of work from one day is not sent.</comment>
        <translation>
            <numerusform>{time} Arbeit aus {count} Tag ist nicht gesendet.</numerusform>
            <numerusform>{time} Arbeit aus {count} Tagen ist nicht gesendet, die älteste zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Work that is not sent</source>
        <translation>Arbeit, die nicht gesendet ist</translation>
    </message>
    <message>
        <source>Enter opens the day. Ctrl+C copies rows with their headings.</source>
        <translation>Eingabe öffnet den Tag. Strg+C kopiert Zeilen mit ihren Überschriften.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>WiseStep: not sent yet</source>
        <translation>WiseStep: noch nicht gesendet</translation>
    </message>
    <message>
        <source>{time} of it has no matter yet.</source>
        <translation>{time} davon hat noch keine Akte.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Everything of the last 90 days is sent. Nothing waits here.</source>
        <translation>Alles aus den letzten 90 Tagen ist gesendet. Hier wartet nichts.</translation>
    </message>
</context>
<context>
    <name>shell/views/report_page</name>
    <message>
        <source>Comma-separated (*.csv)</source>
        <translation>Durch Kommas getrennt (*.csv)</translation>
    </message>
    <message>
        <source>Excel sheet (*.xlsx)</source>
        <translation>Excel-Tabelle (*.xlsx)</translation>
    </message>
    <message>
        <source>LEDES 1998B (*.txt)</source>
        <translation>LEDES 1998B (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Export entries</source>
        <translation>Einträge exportieren</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>The time before</source>
        <translation>Der Zeitraum davor</translation>
    </message>
    <message>
        <source>The time after</source>
        <translation>Der Zeitraum danach</translation>
    </message>
    <message>
        <source>Write the entries of this time into a file</source>
        <translation>Die Einträge dieses Zeitraums in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Nothing was recorded or written down in this time.</source>
        <translation>In diesem Zeitraum wurde nichts aufgezeichnet oder notiert.</translation>
    </message>
</context>
<context>
    <name>shell/views/report_parts</name>
    <message>
        <source>{time} recorded, not drafted</source>
        <translation>{time} aufgezeichnet, ohne Entwurf</translation>
    </message>
    <message>
        <source>billed as {time}</source>
        <translation>abgerechnet als {time}</translation>
    </message>
    <message>
        <source>of what was worked is billed</source>
        <translation>des Gearbeiteten ist abgerechnet</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Ctrl+C copies the chosen rows, or all of them, with their headings.</source>
        <translation>Strg+C kopiert die gewählten Zeilen oder alle, mit den Überschriften.</translation>
    </message>
</context>
<context>
    <name>shell/views/review_desk</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
</context>
<context>
    <name>shell/views/row_menu</name>
    <message>
        <source>this application</source>
        <translation>diese Anwendung</translation>
    </message>
    <message>
        <source>Forget everything in {application}…</source>
        <translation>Alles in {application} vergessen…</translation>
    </message>
    <message>
        <source>Forget this title everywhere…</source>
        <translation>Diesen Titel überall vergessen…</translation>
    </message>
    <message>
        <source>What WiseStep has learned…</source>
        <translation>Was WiseStep gelernt hat…</translation>
    </message>
    <message>
        <source>Choose a matter</source>
        <translation>Akte wählen</translation>
    </message>
    <message>
        <source>Accept {matter}</source>
        <translation>{matter} annehmen</translation>
    </message>
    <message>
        <source>Show the visits</source>
        <translation>Aufenthalte zeigen</translation>
    </message>
    <message>
        <source>Not this matter</source>
        <translation>Nicht diese Akte</translation>
    </message>
    <message>
        <source>Join with the row before the split</source>
        <translation>Mit der Zeile vor der Teilung verbinden</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Take out of the entry</source>
        <translation>Aus dem Eintrag nehmen</translation>
    </message>
    <message>
        <source>Split the entry…</source>
        <translation>Eintrag teilen…</translation>
    </message>
    <message>
        <source>Merge the entries</source>
        <translation>Einträge zusammenführen</translation>
    </message>
    <message>
        <source>Take out of the trash</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Make an entry</source>
        <translation>Eintrag anlegen</translation>
    </message>
</context>
<context>
    <name>shell/views/sent_bar</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Overwrite in Actionstep</source>
        <translation>In Actionstep überschreiben</translation>
    </message>
    <message>
        <source>Change in Actionstep</source>
        <translation>In Actionstep ändern</translation>
    </message>
    <message>
        <source>Delete it in Actionstep and make it a draft again here?</source>
        <translation>In Actionstep löschen und hier wieder zum Entwurf machen?</translation>
    </message>
    <message>
        <source>Delete there</source>
        <translation>Dort löschen</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/about_page</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Licence of WiseStep</source>
        <translation>Lizenz von WiseStep</translation>
    </message>
    <message>
        <source>Notices of others</source>
        <translation>Hinweise anderer</translation>
    </message>
    <message>
        <source>WiseStep {version}</source>
        <translation>WiseStep {version}</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Woraus es besteht</translation>
    </message>
    <message>
        <source>Python {version}</source>
        <translation>Python {version}</translation>
    </message>
    <message>
        <source>Copy versions and licences</source>
        <translation>Versionen und Lizenzen kopieren</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Which WiseStep this is</source>
        <translation>Welches WiseStep das ist</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Neue Versionen</translation>
    </message>
    <message>
        <source>Whether there is a newer WiseStep</source>
        <translation>Ob es ein neueres WiseStep gibt</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>What WiseStep is made of, and under which licences</source>
        <translation>Woraus WiseStep besteht, und unter welchen Lizenzen</translation>
    </message>
    <message>
        <source>The work of others, each under its own licence.</source>
        <translation>Die Arbeit anderer, jede unter ihrer eigenen Lizenz.</translation>
    </message>
    <message>
        <source>This installation does not say what it is made of. The licences came with its installer.</source>
        <translation>Diese Installation sagt nicht, woraus sie besteht. Die Lizenzen kamen mit dem Installationsprogramm.</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/all_page</name>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>Properties of Actionstep</source>
        <translation>Eigenschaften von Actionstep</translation>
    </message>
    <message>
        <source>Narratives</source>
        <translation>Tätigkeitstexte</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/connection_card</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel sign-in</source>
        <translation>Anmeldung abbrechen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Full sync</source>
        <translation>Alles abgleichen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Credentials…</source>
        <translation>Zugangsdaten…</translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation>Verbunden bleiben</translation>
    </message>
    <message>
        <source>Asking Actionstep…</source>
        <translation>Actionstep wird gefragt…</translation>
    </message>
    <message>
        <source>Read every matter again</source>
        <translation>Jede Akte neu lesen</translation>
    </message>
    <message>
        <source>Ask Actionstep a few questions that change nothing</source>
        <translation>Actionstep ein paar Fragen stellen, die nichts ändern</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/connection_form</name>
    <message>
        <source>As registered; port 0 takes any free one.</source>
        <translation>Wie registriert; Port 0 nimmt irgendeinen freien.</translation>
    </message>
    <message>
        <source>There is a connection already; signing in takes its place.</source>
        <translation>Es gibt schon eine Verbindung; eine Anmeldung tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>Please fill this in. Whoever registered WiseStep with Actionstep knows it.</source>
        <translation>Bitte ausfüllen. Wer WiseStep bei Actionstep registriert hat, kennt die Angabe.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>By a relay of your firm</source>
        <translation>Bei einem Relay Ihrer Kanzlei</translation>
    </message>
    <message>
        <source>In a window of WiseStep</source>
        <translation>In einem Fenster von WiseStep</translation>
    </message>
    <message>
        <source>In your own browser</source>
        <translation>In Ihrem eigenen Browser</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Allowed hosts</source>
        <translation>Erlaubte Hosts</translation>
    </message>
    <message>
        <source>Further hosts that tokens may go to, with commas.</source>
        <translation>Weitere Hosts, an die Token gehen dürfen, mit Kommas.</translation>
    </message>
    <message>
        <source>From the application your firm registered with Actionstep.</source>
        <translation>Aus der Anwendung, die Ihre Kanzlei bei Actionstep registriert hat.</translation>
    </message>
    <message>
        <source>The secret is kept</source>
        <translation>Geheimnis liegt</translation>
    </message>
    <message>
        <source>Kept encrypted, and never shown again.</source>
        <translation>Wird verschlüsselt gespeichert und nie wieder angezeigt.</translation>
    </message>
    <message>
        <source>Relay address</source>
        <translation>Relay-Adresse</translation>
    </message>
    <message>
        <source>It holds the secret and issues tokens for you.</source>
        <translation>Es hält das Geheimnis und stellt Token für Sie aus.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Your team has filled this in. You only sign in.</source>
        <translation>Ihr Team hat dies ausgefüllt. Sie melden sich nur an.</translation>
    </message>
    <message>
        <source>Your administrator has filled this in. You only sign in.</source>
        <translation>Ihre Administration hat dies ausgefüllt. Sie melden sich nur an.</translation>
    </message>
    <message>
        <source>You sign in at Actionstep itself; WiseStep never sees your password.</source>
        <translation>Sie melden sich bei Actionstep selbst an; WiseStep sieht Ihr Passwort nie.</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/connections_page</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Nothing is connected yet.</source>
        <translation>Noch ist nichts verbunden.</translation>
    </message>
    <message>
        <source>Connect to Actionstep, and the matters of your firm are recognised in window titles. What you send becomes time entries there; nothing else ever leaves this computer.</source>
        <translation>Verbinden Sie Actionstep, und die Akten Ihrer Kanzlei werden in Fenstertiteln erkannt. Was Sie senden, wird dort zu Zeiteinträgen; sonst verlässt nichts je diesen Computer.</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/editors</name>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>{value} (default)</source>
        <translation>{value} (Standard)</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/effect_view</name>
    <message>
        <source>Before you save</source>
        <translation>Bevor Sie speichern</translation>
    </message>
    <message>
        <source>Looking at today&apos;s drafts…</source>
        <translation>Die heutigen Entwürfe werden angesehen…</translation>
    </message>
    <message>
        <source>Put right what is marked, or discard.</source>
        <translation>Berichtigen Sie, was markiert ist, oder verwerfen Sie.</translation>
    </message>
    <message>
        <source>Also from the lines: {settings}</source>
        <translation>Außerdem aus den Zeilen: {settings}</translation>
    </message>
    <message>
        <source>A draft</source>
        <translation>Ein Entwurf</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/general_page</name>
    <message>
        <source>Start with the computer</source>
        <translation>Mit dem Rechner starten</translation>
    </message>
    <message>
        <source>WiseStep lives in the tray and can only note what it sees. Your system keeps this choice.</source>
        <translation>WiseStep sitzt im Infobereich und kann nur notieren, was es sieht. Ihr System merkt sich diese Wahl.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Der Tag</translation>
    </message>
    <message>
        <source>Reminders and messages</source>
        <translation>Erinnerungen und Mitteilungen</translation>
    </message>
    <message>
        <source>Default: {value}.</source>
        <translation>Standard: {value}.</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/leaving_cards</name>
    <message>
        <source>It cannot be brought back, and it will never be billed. Reports go on counting it.</source>
        <translation>Sie lässt sich nicht zurückholen und wird nie abgerechnet. Berichte zählen sie weiterhin mit.</translation>
    </message>
    <message>
        <source>Everything WiseStep keeps of you in one file for other programs, a record a line (JSON). No key, password or sign-in is in it. The file is not encrypted.</source>
        <translation>Alles, was WiseStep von Ihnen aufbewahrt, in einer Datei für andere Programme, ein Datensatz je Zeile (JSON). Kein Schlüssel, kein Passwort und keine Anmeldung steht darin. Die Datei ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>The timeline, its copies, the log and the key. What is in Actionstep stays there.</source>
        <translation>Die Zeitleiste, ihre Kopien, das Protokoll und den Schlüssel. Was in Actionstep ist, bleibt dort.</translation>
    </message>
    <message>
        <source>Nobody can bring it back, and what was not sent is lost. WiseStep closes, and begins afresh when it is started again. Export everything first if you may need it.</source>
        <translation>Niemand kann es zurückholen, und was nicht gesendet wurde, ist verloren. WiseStep beendet sich und beginnt beim nächsten Start von vorn. Exportieren Sie vorher alles, falls Sie es noch brauchen könnten.</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <source>Delete unsent time too…</source>
        <translation>Auch nicht Gesendetes löschen…</translation>
    </message>
    <message>
        <source>Delete older time</source>
        <translation>Ältere Zeit löschen</translation>
    </message>
    <message>
        <source>Is the clock of this computer right?</source>
        <translation>Geht die Uhr dieses Computers richtig?</translation>
    </message>
    <message>
        <source>Delete unsent time</source>
        <translation>Nicht Gesendetes löschen</translation>
    </message>
    <message>
        <source>Delete older time that has a matter and was never sent?</source>
        <translation>Ältere Zeit löschen, die eine Akte hat und nie gesendet wurde?</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Alles löschen…</translation>
    </message>
    <message>
        <source>Delete everything for good</source>
        <translation>Alles endgültig löschen</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Delete now what is older than the limit</source>
        <translation>Jetzt löschen, was älter als die Frist ist</translation>
    </message>
    <message>
        <source>The last time:</source>
        <translation>Beim letzten Mal:</translation>
    </message>
    <message>
        <source>Take everything with you</source>
        <translation>Alles mitnehmen</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/line</name>
    <message>
        <source>{back}: {what}</source>
        <translation>{back}: {what}</translation>
    </message>
    <message>
        <source>Takes effect when WiseStep starts next.</source>
        <translation>Gilt, sobald WiseStep das nächste Mal startet.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/list_editor</name>
    <message>
        <source>Add to: {what}</source>
        <translation>Hinzufügen zu: {what}</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Name hinzufügen</translation>
    </message>
    <message>
        <source>Add as name=value</source>
        <translation>Als Name=Wert hinzufügen</translation>
    </message>
    <message>
        <source>Take out: {name}</source>
        <translation>Herausnehmen: {name}</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/matters_page</name>
    <message>
        <source>Matters and learning</source>
        <translation>Akten und Gelerntes</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Teil der Seite</translation>
    </message>
    <message>
        <source>Rules for entries</source>
        <translation>Regeln für Einträge</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Was gelernt wurde</translation>
    </message>
    <message>
        <source>Names you gave, and what your corrections taught.</source>
        <translation>Namen, die Sie gaben, und was Ihre Korrekturen lehrten.</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/pages</name>
    <message>
        <source>Health of every signal</source>
        <translation>Zustand aller Signale</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/paste_panel</name>
    <message>
        <source>One NAME=VALUE a line; # begins a remark. Nothing is saved before you have seen what it does.</source>
        <translation>Ein NAME=WERT pro Zeile; # beginnt eine Bemerkung. Gespeichert wird erst, wenn Sie die Wirkung gesehen haben.</translation>
    </message>
    <message>
        <source>Lines of NAME=VALUE</source>
        <translation>Zeilen NAME=WERT</translation>
    </message>
    <message>
        <source>Put into the table</source>
        <translation>In die Tabelle setzen</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>Read properties</source>
        <translation>Eigenschaften lesen</translation>
    </message>
    <message>
        <source>Paste the lines here</source>
        <translation>Fügen Sie die Zeilen hier ein</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/privacy_cards</name>
    <message>
        <source>While it is paused, nothing reaches the disk. A pause ends by itself.</source>
        <translation>Während einer Pause gelangt nichts auf die Festplatte. Eine Pause endet von selbst.</translation>
    </message>
    <message>
        <source>What is forgotten is gone from the disk at once. What was sent stays in Actionstep.</source>
        <translation>Was vergessen wird, ist sofort von der Festplatte verschwunden. Gesendetes bleibt in Actionstep.</translation>
    </message>
    <message>
        <source>An application, or words of a title</source>
        <translation>Eine Anwendung oder Wörter eines Titels</translation>
    </message>
    <message>
        <source>What to forget</source>
        <translation>Was vergessen werden soll</translation>
    </message>
    <message>
        <source>Forget the application…</source>
        <translation>Anwendung vergessen…</translation>
    </message>
    <message>
        <source>Forget titles with it…</source>
        <translation>Titel damit vergessen…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Pause for 15 minutes</source>
        <translation>15 Minuten Pause</translation>
    </message>
    <message>
        <source>Open the folder {folder}</source>
        <translation>Ordner {folder} öffnen</translation>
    </message>
    <message>
        <source>Forget: {what}</source>
        <translation>Vergessen: {what}</translation>
    </message>
    <message>
        <source>Forget what was recorded</source>
        <translation>Aufgezeichnetes vergessen</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/privacy_page</name>
    <message>
        <source>Everything stays on this computer, encrypted. Time goes to Actionstep only when you send it.</source>
        <translation>Alles bleibt verschlüsselt auf diesem Rechner. Zeit geht nur an Actionstep, wenn Sie sie senden.</translation>
    </message>
    <message>
        <source>Never recorded</source>
        <translation>Nie aufgezeichnet</translation>
    </message>
    <message>
        <source>Of what is private, WiseStep keeps that there was something, and nothing else.</source>
        <translation>Von Privatem behält WiseStep, dass da etwas war, und sonst nichts.</translation>
    </message>
    <message>
        <source>Recorded without titles</source>
        <translation>Ohne Titel aufgezeichnet</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Wie lange es bleibt</translation>
    </message>
    <message>
        <source>Ways out</source>
        <translation>Wege hinaus</translation>
    </message>
    <message>
        <source>Pause recording</source>
        <translation>Aufzeichnung pausieren</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/property_line</name>
    <message>
        <source>No activity type is called “{name}”.</source>
        <translation>Keine Tätigkeitsart heißt „{name}“.</translation>
    </message>
    <message>
        <source>Put in “{name}”</source>
        <translation>„{name}“ einsetzen</translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <translation>Meinten Sie „{name}“?</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/property_table</name>
    <message>
        <source>You see what they do to today&apos;s drafts before they apply.</source>
        <translation>Sie sehen, was sie mit den heutigen Entwürfen tun, bevor sie gelten.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Export properties</source>
        <translation>Eigenschaften exportieren</translation>
    </message>
    <message>
        <source>The lines say what is in force already.</source>
        <translation>Die Zeilen sagen, was schon gilt.</translation>
    </message>
    <message>
        <source>Import lines of NAME=VALUE</source>
        <translation>Zeilen NAME=WERT importieren</translation>
    </message>
    <message>
        <source>Export lines of NAME=VALUE</source>
        <translation>Zeilen NAME=WERT exportieren</translation>
    </message>
    <message>
        <source>Some are set by your administrator.</source>
        <translation>Einige setzt Ihre Administration.</translation>
    </message>
    <message>
        <source>Some are set by your team.</source>
        <translation>Einige setzt Ihr Team.</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/results</name>
    <message>
        <source>What was found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>No setting is called or does that. Try another word.</source>
        <translation>Keine Einstellung heißt so oder tut das. Versuchen Sie ein anderes Wort.</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/updates_card</name>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Open the download page</source>
        <translation>Download-Seite öffnen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Check now whether there is a newer version</source>
        <translation>Jetzt prüfen, ob es eine neuere Version gibt</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/values</name>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
</context>
<context>
    <name>shell/views/settings/window</name>
    <message>
        <source>WiseStep: settings</source>
        <translation>WiseStep: Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>shell/views/shortcuts</name>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>In the entry</source>
        <translation>Im Eintrag</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>A day back, a day on</source>
        <translation>Einen Tag zurück, einen Tag vor</translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right</source>
        <translation>Umschalt+Links, Umschalt+Rechts</translation>
    </message>
    <message>
        <source>A week back, a week on</source>
        <translation>Eine Woche zurück, eine Woche vor</translation>
    </message>
    <message>
        <source>Day or week</source>
        <translation>Tag oder Woche</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add time, or start a timer</source>
        <translation>Zeit erfassen oder Stoppuhr starten</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>Make entries of everything that has a matter</source>
        <translation>Aus allem, was eine Akte hat, Einträge anlegen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Strg+Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Up, Down; Shift extends</source>
        <translation>Auf, Ab; Umschalt erweitert</translation>
    </message>
    <message>
        <source>Choose rows</source>
        <translation>Zeilen wählen</translation>
    </message>
    <message>
        <source>To the next row without a matter</source>
        <translation>Zur nächsten Zeile ohne Akte</translation>
    </message>
    <message>
        <source>To the next absence to explain</source>
        <translation>Zur nächsten ungeklärten Abwesenheit</translation>
    </message>
    <message>
        <source>Accept the matter suggested</source>
        <translation>Die vorgeschlagene Akte annehmen</translation>
    </message>
    <message>
        <source>Make an entry of the rows chosen</source>
        <translation>Aus den gewählten Zeilen einen Eintrag anlegen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Join what was split</source>
        <translation>Geteiltes verbinden</translation>
    </message>
    <message>
        <source>Merge entries</source>
        <translation>Einträge zusammenführen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Into the trash; once more: delete</source>
        <translation>In den Papierkorb; noch einmal: löschen</translation>
    </message>
    <message>
        <source>Out of the trash, or out of the entry</source>
        <translation>Aus dem Papierkorb oder aus dem Eintrag</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>To the narrative</source>
        <translation>Zum Tätigkeitstext</translation>
    </message>
    <message>
        <source>On an absence: say what it was</source>
        <translation>Bei einer Abwesenheit: sagen, was sie war</translation>
    </message>
    <message>
        <source>To the matter</source>
        <translation>Zur Akte</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to the day</source>
        <translation>Zurück zum Tag</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>shell/views/split_form</name>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Split at</source>
        <translation>Teilen um</translation>
    </message>
    <message>
        <source>Split this row</source>
        <translation>Diese Zeile teilen</translation>
    </message>
    <message>
        <source>Everything from the stay you choose on becomes a row of its own, or set the time.</source>
        <translation>Alles ab dem gewählten Aufenthalt wird eine eigene Zeile; oder stellen Sie die Zeit ein.</translation>
    </message>
    <message>
        <source>Split this entry</source>
        <translation>Diesen Eintrag teilen</translation>
    </message>
    <message>
        <source>The ticked rows become an entry of their own. Both keep matter and narrative.</source>
        <translation>Die angehakten Zeilen werden ein eigener Eintrag. Beide behalten Akte und Tätigkeitstext.</translation>
    </message>
</context>
<context>
    <name>shell/views/status_bar</name>
    <message>
        <source>Names are hidden. Show them</source>
        <translation>Namen sind ausgeblendet. Einblenden</translation>
    </message>
    <message>
        <source>Of the day&apos;s goal</source>
        <translation>Vom Tagesziel</translation>
    </message>
    <message>
        <source>Worked {time}</source>
        <translation>Gearbeitet {time}</translation>
    </message>
    <message>
        <source>Worked {time} of {goal} h</source>
        <translation>Gearbeitet {time} von {goal} h</translation>
    </message>
    <message>
        <source>possible {time}</source>
        <translation>möglich {time}</translation>
    </message>
    <message>
        <source>week {time}</source>
        <translation>Woche {time}</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Anhalten…</translation>
    </message>
</context>
<context>
    <name>shell/views/team/found_card</name>
    <message>
        <source>Paste the link out of the e-mail, or open the file that came with it. Nothing changes before you say so.</source>
        <translation>Fügen Sie den Link aus der E-Mail ein, oder öffnen Sie die mitgeschickte Datei. Nichts ändert sich, bevor Sie zustimmen.</translation>
    </message>
    <message>
        <source>A team is a signed file in a folder of your firm: its settings hold for everybody who joins. There is no server, and nobody sees what anybody records. On your own, you need no team.</source>
        <translation>Ein Team ist eine unterschriebene Datei in einem Ordner Ihrer Kanzlei: Was darin festgelegt ist, gilt für alle, die beitreten. Es gibt keinen Server, und niemand sieht, was andere aufzeichnen. Allein brauchen Sie kein Team.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Name of the team</source>
        <translation>Name des Teams</translation>
    </message>
    <message>
        <source>such as Hartley &amp; Co</source>
        <translation>etwa Hartley &amp; Co</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>as the others see it</source>
        <translation>wie die anderen ihn sehen</translation>
    </message>
    <message>
        <source>Where it is published</source>
        <translation>Wo es veröffentlicht wird</translation>
    </message>
    <message>
        <source>Create the team</source>
        <translation>Team anlegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Open an invitation</source>
        <translation>Einladung öffnen</translation>
    </message>
    <message>
        <source>Where the team is published</source>
        <translation>Wo das Team veröffentlicht wird</translation>
    </message>
    <message>
        <source>Join a team</source>
        <translation>Einem Team beitreten</translation>
    </message>
    <message>
        <source>Create a team</source>
        <translation>Ein Team anlegen</translation>
    </message>
</context>
<context>
    <name>shell/views/team/head_card</name>
    <message>
        <source>Your own settings hold again, and your time stays. It takes an invitation to come back.</source>
        <translation>Ihre eigenen Einstellungen gelten wieder, und Ihre Zeit bleibt. Zurück kommen Sie mit einer Einladung.</translation>
    </message>
    <message>
        <source>Version {version}, published by {name} on {day}</source>
        <translation>Version {version}, veröffentlicht von {name} am {day}</translation>
    </message>
    <message>
        <source>✓  Up to date, asked on {day} at {time}</source>
        <translation>✓  Auf dem neuesten Stand, abgefragt am {day} um {time}</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Team verlassen</translation>
    </message>
    <message>
        <source>Leave {team}?</source>
        <translation>{team} verlassen?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>Verlassen…</translation>
    </message>
    <message>
        <source>The key with which you publish is forgotten on this computer.</source>
        <translation>Der Schlüssel, mit dem Sie veröffentlichen, wird auf diesem Computer vergessen.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt…</translation>
    </message>
    <message>
        <source>Its place has not answered yet.</source>
        <translation>Der Ort hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Whose settings hold</source>
        <translation>Wessen Einstellungen gelten</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>No team&apos;s for now</source>
        <translation>Vorerst keines Teams</translation>
    </message>
    <message>
        <source>Let the settings of {team} hold</source>
        <translation>Die Einstellungen von {team} gelten lassen</translation>
    </message>
    <message>
        <source>Let your own settings hold</source>
        <translation>Die eigenen Einstellungen gelten lassen</translation>
    </message>
    <message>
        <source>✓  {team}</source>
        <translation>✓  {team}</translation>
    </message>
</context>
<context>
    <name>shell/views/team/identity_card</name>
    <message>
        <source>Choose a logo…</source>
        <translation>Logo wählen…</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Kein Logo</translation>
    </message>
    <message>
        <source>Name and logo</source>
        <translation>Name und Logo</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Logo wählen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.webp *.gif)</translation>
    </message>
</context>
<context>
    <name>shell/views/team/invite_card</name>
    <message>
        <source>Everybody may get the same link; send it by e-mail. It works wherever the team&apos;s place can be reached, until it expires.</source>
        <translation>Alle können denselben Link bekommen; senden Sie ihn per E-Mail. Er funktioniert überall, wo der Ort des Teams erreichbar ist, bis er abläuft.</translation>
    </message>
    <message>
        <source>Tell this code another way, such as on the telephone. It is not kept here.</source>
        <translation>Teilen Sie diesen Code auf anderem Weg mit, etwa am Telefon. Er wird hier nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>With the client secret, sealed under a code</source>
        <translation>Mit dem Client-Geheimnis, versiegelt mit einem Code</translation>
    </message>
    <message>
        <source>Make an invitation</source>
        <translation>Einladung erstellen</translation>
    </message>
    <message>
        <source>Link of the invitation</source>
        <translation>Link der Einladung</translation>
    </message>
    <message>
        <source>Code, to be told another way</source>
        <translation>Code, auf anderem Weg mitzuteilen</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy an e-mail</source>
        <translation>E-Mail-Text kopieren</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei speichern…</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>Der Link ist kopiert.</translation>
    </message>
    <message>
        <source>The text of an e-mail is copied. The code is not in it.</source>
        <translation>Der E-Mail-Text ist kopiert. Der Code steht nicht darin.</translation>
    </message>
    <message>
        <source>Save the invitation</source>
        <translation>Einladung speichern</translation>
    </message>
    <message>
        <source>two weeks</source>
        <translation>zwei Wochen</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>einen Tag</translation>
    </message>
    <message>
        <source>two months</source>
        <translation>zwei Monate</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>Copy the text of an e-mail that invites</source>
        <translation>Den Text einer einladenden E-Mail kopieren</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>shell/views/team/join_window</name>
    <message>
        <source>If you did not expect this invitation, compare these letters with your firm&apos;s.</source>
        <translation>Wenn Sie diese Einladung nicht erwartet haben, vergleichen Sie diese Buchstaben mit denen Ihrer Kanzlei.</translation>
    </message>
    <message>
        <source>{name} invites you. The team&apos;s settings are at {place}. Go on if that is a computer of your firm.</source>
        <translation>{name} lädt Sie ein. Die Einstellungen des Teams liegen in {place}. Fahren Sie fort, wenn das ein Rechner Ihrer Kanzlei ist.</translation>
    </message>
    <message>
        <source>What WiseStep records stays on this computer; nobody in the team can see it. Leave at any time, and your own settings hold again.</source>
        <translation>Was WiseStep aufzeichnet, bleibt auf diesem Computer; niemand im Team kann es sehen. Sie können jederzeit austreten, dann gelten Ihre eigenen Einstellungen wieder.</translation>
    </message>
    <message>
        <source>Whose settings shall hold from now on? You can change this under Settings, Team.</source>
        <translation>Wessen Einstellungen sollen ab jetzt gelten? Ändern können Sie das unter Einstellungen, Team.</translation>
    </message>
    <message>
        <source>WiseStep: join a team</source>
        <translation>WiseStep: einem Team beitreten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>This invitation cannot be used</source>
        <translation>Diese Einladung ist nicht brauchbar</translation>
    </message>
    <message>
        <source>The code is told to you another way, such as on the telephone.</source>
        <translation>Der Code wird Ihnen auf anderem Weg mitgeteilt, etwa am Telefon.</translation>
    </message>
    <message>
        <source>You belong to {team} already</source>
        <translation>Sie gehören schon zu {team}</translation>
    </message>
    <message>
        <source>Join {team}</source>
        <translation>{team} beitreten</translation>
    </message>
    <message>
        <source>Is it the right team?</source>
        <translation>Ist es das richtige Team?</translation>
    </message>
    <message>
        <source>Opening the invitation</source>
        <translation>Die Einladung wird geöffnet</translation>
    </message>
    <message>
        <source>Asking for the team&apos;s settings…</source>
        <translation>Die Einstellungen des Teams werden abgefragt…</translation>
    </message>
    <message>
        <source>A code is needed</source>
        <translation>Ein Code ist nötig</translation>
    </message>
    <message>
        <source>{name} invites you.</source>
        <translation>{name} lädt Sie ein.</translation>
    </message>
    <message>
        <source>You belong to {team} too</source>
        <translation>Sie gehören auch zu {team}</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Take the new address</source>
        <translation>Die neue Adresse übernehmen</translation>
    </message>
</context>
<context>
    <name>shell/views/team/log_card</name>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>{day}, {name}</source>
        <translation>{day}, {name}</translation>
    </message>
    <message numerus="yes">
        <source>{count} more before.</source>
        <comment>One more before.</comment>
        <translation>
            <numerusform>Eine weitere davor.</numerusform>
            <numerusform>{count} weitere davor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed since the team was made.</source>
        <translation>Seit das Team angelegt wurde, hat sich nichts geändert.</translation>
    </message>
</context>
<context>
    <name>shell/views/team/managers_card</name>
    <message>
        <source>Managers decide and invite as you do, each with a key of their own. Whoever is removed decides nothing any more from the next version on. A manager makes the request under Settings, Team.</source>
        <translation>Manager entscheiden und laden ein wie Sie, jeder mit eigenem Schlüssel. Wer entfernt wird, entscheidet ab der nächsten Version nichts mehr. Die Anfrage stellt ein Manager unter Einstellungen, Team.</translation>
    </message>
    <message>
        <source>Your key is in this computer&apos;s keyring. If the computer is lost, only the sheet brings it back.</source>
        <translation>Ihr Schlüssel liegt im Schlüsselbund dieses Computers. Geht der Computer verloren, bringt ihn nur das Blatt zurück.</translation>
    </message>
    <message>
        <source>Managers decide for the team. Make a request, and send it to the owner, who lets you.</source>
        <translation>Manager entscheiden für das Team. Erstellen Sie eine Anfrage und schicken Sie sie dem Inhaber, der Sie zulässt.</translation>
    </message>
    <message>
        <source>Are you the owner, on a new computer? Type the key from your recovery sheet.</source>
        <translation>Sind Sie der Inhaber, an einem neuen Computer? Tippen Sie den Schlüssel von Ihrem Wiederherstellungsblatt ab.</translation>
    </message>
    <message>
        <source>Request of a manager</source>
        <translation>Anfrage eines Managers</translation>
    </message>
    <message>
        <source>Add a manager</source>
        <translation>Manager hinzufügen</translation>
    </message>
    <message>
        <source>Recovery sheet…</source>
        <translation>Wiederherstellungsblatt…</translation>
    </message>
    <message>
        <source>The owner&apos;s key</source>
        <translation>Der Schlüssel des Inhabers</translation>
    </message>
    <message>
        <source>Make a request</source>
        <translation>Anfrage erstellen</translation>
    </message>
    <message>
        <source>Key from the recovery sheet</source>
        <translation>Schlüssel vom Wiederherstellungsblatt</translation>
    </message>
    <message>
        <source>Take the key</source>
        <translation>Schlüssel übernehmen</translation>
    </message>
    <message>
        <source>Your request, for the owner</source>
        <translation>Ihre Anfrage, für den Inhaber</translation>
    </message>
    <message>
        <source>Become a manager</source>
        <translation>Manager werden</translation>
    </message>
    <message>
        <source>Send this to the team&apos;s owner. It is no secret; the key itself stays here.</source>
        <translation>Schicken Sie das dem Inhaber des Teams. Es ist kein Geheimnis; der Schlüssel selbst bleibt hier.</translation>
    </message>
    <message>
        <source>Save a sheet with the owner&apos;s key, to be printed</source>
        <translation>Ein Blatt mit dem Schlüssel des Inhabers speichern, zum Drucken</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>Anfrage kopieren</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Only you decide so far.</source>
        <translation>Bisher legen nur Sie etwas fest.</translation>
    </message>
</context>
<context>
    <name>shell/views/team/parts</name>
    <message>
        <source>Logo of {team}</source>
        <translation>Logo von {team}</translation>
    </message>
    <message>
        <source>Fingerprint: {letters}</source>
        <translation>Fingerabdruck: {letters}</translation>
    </message>
    <message>
        <source>Published at {place}</source>
        <translation>Veröffentlicht in {place}</translation>
    </message>
    <message>
        <source>What the team decides</source>
        <translation>Was das Team festlegt</translation>
    </message>
    <message>
        <source>Fingerprint of the owner</source>
        <translation>Fingerabdruck des Inhabers</translation>
    </message>
    <message>
        <source>instead of your {value}</source>
        <translation>bei Ihnen bisher {value}</translation>
    </message>
</context>
<context>
    <name>shell/views/team/people_card</name>
    <message>
        <source>Members are known by the address they sign in with. What is said here of somebody goes before what the team decides for everybody.</source>
        <translation>Mitglieder werden an der Adresse erkannt, mit der sie sich anmelden. Was hier für jemanden steht, geht dem vor, was das Team für alle festlegt.</translation>
    </message>
    <message>
        <source>E-mail address in Actionstep</source>
        <translation>E-Mail-Adresse in Actionstep</translation>
    </message>
    <message>
        <source>Billed, %</source>
        <translation>Abgerechnet, %</translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation>Stunden am Tag</translation>
    </message>
    <message>
        <source>Single members</source>
        <translation>Einzelne Mitglieder</translation>
    </message>
    <message>
        <source>{percent} % billed</source>
        <translation>{percent} % abgerechnet</translation>
    </message>
    <message>
        <source>{hours} h a day</source>
        <translation>{hours} h am Tag</translation>
    </message>
</context>
<context>
    <name>shell/views/team/publish_card</name>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Save to upload…</source>
        <translation>Zum Hochladen speichern…</translation>
    </message>
    <message>
        <source>Discard what is not published</source>
        <translation>Nicht Veröffentlichtes verwerfen</translation>
    </message>
    <message>
        <source>Save the profile, then upload it to {place}. Members&apos; programs find it there.</source>
        <translation>Speichern Sie das Profil und laden Sie es nach {place} hoch. Dort finden es die Programme der Mitglieder.</translation>
    </message>
    <message>
        <source>Members&apos; programs take it within minutes of publishing. Until then nothing changes for anybody.</source>
        <translation>Die Programme der Mitglieder übernehmen es binnen Minuten nach dem Veröffentlichen. Bis dahin ändert sich für niemanden etwas.</translation>
    </message>
</context>
<context>
    <name>shell/views/team/sheet</name>
    <message>
        <source>Whoever has this key decides for the team. Keep this sheet in a safe, and no picture of it. On a new computer, join the team with an invitation, then type the key under Settings, Team.</source>
        <translation>Wer diesen Schlüssel hat, legt für das Team fest. Bewahren Sie dieses Blatt im Tresor auf und fotografieren Sie es nicht. An einem neuen Computer treten Sie dem Team mit einer Einladung bei und tippen den Schlüssel unter Einstellungen, Team ab.</translation>
    </message>
    <message>
        <source>WiseStep: recovery sheet</source>
        <translation>WiseStep: Wiederherstellungsblatt</translation>
    </message>
    <message>
        <source>Recovery sheet of {team}</source>
        <translation>Wiederherstellungsblatt von {team}</translation>
    </message>
</context>
<context>
    <name>shell/views/team/team_lines</name>
    <message>
        <source>Leave it to each member</source>
        <translation>Jedem Mitglied überlassen</translation>
    </message>
    <message>
        <source>Decided by the team</source>
        <translation>Vom Team festgelegt</translation>
    </message>
    <message>
        <source>Left to each member</source>
        <translation>Jedem Mitglied überlassen</translation>
    </message>
    <message>
        <source>As under Connections; here they hold for the whole team.</source>
        <translation>Wie unter Verbindungen; hier gelten sie für das ganze Team.</translation>
    </message>
    <message>
        <source>What an entry must have before it goes out.</source>
        <translation>Was ein Eintrag haben muss, bevor er hinausgeht.</translation>
    </message>
    <message>
        <source>Billing and goals</source>
        <translation>Abrechnung und Ziele</translation>
    </message>
    <message>
        <source>For everybody; what is said of single members goes before it.</source>
        <translation>Für alle; was für einzelne Mitglieder steht, geht vor.</translation>
    </message>
    <message>
        <source>Which are offered, under which names, and for which kind of work.</source>
        <translation>Welche angeboten werden, unter welchen Namen und für welche Art von Arbeit.</translation>
    </message>
    <message>
        <source>How drafts are worded, and what must not stand in them.</source>
        <translation>Wie Entwürfe formuliert werden und was nicht darin stehen darf.</translation>
    </message>
    <message>
        <source>Privacy and retention</source>
        <translation>Datenschutz und Aufbewahrung</translation>
    </message>
    <message>
        <source>Added to what each member leaves out by themselves.</source>
        <translation>Zusätzlich zu dem, was jedes Mitglied selbst ausnimmt.</translation>
    </message>
    <message>
        <source>So that nobody has to type it. A client secret goes only with an invitation.</source>
        <translation>Damit niemand es eintippen muss. Ein Client-Geheimnis geht nur mit einer Einladung mit.</translation>
    </message>
    <message>
        <source>{what}, not published</source>
        <translation>{what}, nicht veröffentlicht</translation>
    </message>
</context>
<context>
    <name>shell/views/team/team_page</name>
    <message>
        <source>Published. Members&apos; programs take it within minutes.</source>
        <translation>Veröffentlicht. Die Programme der Mitglieder übernehmen es in wenigen Minuten.</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Profil speichern</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Wiederherstellungsblatt speichern</translation>
    </message>
    <message>
        <source>Create a team, join one, invite, leave</source>
        <translation>Ein Team anlegen, beitreten, einladen, verlassen</translation>
    </message>
    <message>
        <source>Saved as {file}. Upload it now: members find it there.</source>
        <translation>Gespeichert als {file}. Laden Sie es jetzt hoch: Dort finden es die Mitglieder.</translation>
    </message>
    <message>
        <source>Saved as {file}. Print it, then delete the file.</source>
        <translation>Gespeichert als {file}. Drucken Sie es und löschen Sie dann die Datei.</translation>
    </message>
</context>
<context>
    <name>shell/views/timeline_window</name>
    <message>
        <source>Reports…</source>
        <translation>Berichte…</translation>
    </message>
    <message>
        <source>Not sent yet…</source>
        <translation>Noch nicht gesendet…</translation>
    </message>
    <message>
        <source>Health…</source>
        <translation>Zustand…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Tasten…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>shell/views/timer_bar</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>⏱ {what} {time}</source>
        <translation>⏱ {what} {time}</translation>
    </message>
    <message>
        <source>Stop the timer; what it counted becomes a row</source>
        <translation>Stoppuhr anhalten; was sie gezählt hat, wird eine Zeile</translation>
    </message>
</context>
<context>
    <name>shell/views/week_page</name>
    <message>
        <source>Matters by day</source>
        <translation>Akten nach Tagen</translation>
    </message>
    <message>
        <source>Ctrl+C copies rows with their headings.</source>
        <translation>Strg+C kopiert Zeilen mit ihren Überschriften.</translation>
    </message>
    <message>
        <source>Nothing was recorded or written down in this week.</source>
        <translation>In dieser Woche wurde nichts aufgezeichnet oder aufgeschrieben.</translation>
    </message>
</context>
<context>
    <name>shell/week_words</name>
    <message>
        <source>{worked} worked in this week.</source>
        <translation>In dieser Woche {worked} gearbeitet.</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>{worked} worked of {goal} in this week.</source>
        <translation>In dieser Woche {worked} von {goal} gearbeitet.</translation>
    </message>
    <message>
        <source>tagged</source>
        <translation>mit Akte</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>ohne Akte</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message numerus="yes">
        <source>{count} entries not sent</source>
        <comment>one entry not sent</comment>
        <translation>
            <numerusform>{count} Eintrag nicht gesendet</numerusform>
            <numerusform>{count} Einträge nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} to draft</source>
        <translation>{time} ohne Eintrag</translation>
    </message>
    <message>
        <source>{time} without a matter</source>
        <translation>{time} ohne Akte</translation>
    </message>
    <message numerus="yes">
        <source>{count} entries on their way</source>
        <comment>one entry on its way</comment>
        <translation>
            <numerusform>{count} Eintrag unterwegs</numerusform>
            <numerusform>{count} Einträge unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>alles gesendet</translation>
    </message>
    <message>
        <source>{time} sent</source>
        <translation>{time} gesendet</translation>
    </message>
    <message>
        <source>{time} with a matter, to draft</source>
        <translation>{time} mit Akte, ohne Eintrag</translation>
    </message>
    <message>
        <source>{time} private</source>
        <translation>{time} privat</translation>
    </message>
    <message>
        <source>{time} possible</source>
        <translation>{time} möglich</translation>
    </message>
    <message>
        <source>goal {time}</source>
        <translation>Ziel {time}</translation>
    </message>
</context>
<context>
    <name>shell/widgets/day_bar</name>
    <message>
        <source>in the trash</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>Where the day went</source>
        <translation>Wohin der Tag ging</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>Noch nichts aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>shell/widgets/delete_notice</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>Delete {count} rows for good? Their {time} cannot be brought back.</source>
        <comment>Delete {count} row for good? Its {time} cannot be brought back.</comment>
        <translation>
            <numerusform>{count} Zeile endgültig löschen? Ihre {time} lassen sich nicht zurückholen.</numerusform>
            <numerusform>{count} Zeilen endgültig löschen? Ihre {time} lassen sich nicht zurückholen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell/widgets/done_notice</name>
    <message>
        <source>Take it back. Key: Ctrl+Z</source>
        <translation>Zurücknehmen. Tasten: Strg+Z</translation>
    </message>
</context>
<context>
    <name>shell/widgets/matter_lines</name>
    <message>
        <source>  (closed)</source>
        <translation>  (geschlossen)</translation>
    </message>
    <message>
        <source>no reference</source>
        <translation>kein Aktenzeichen</translation>
    </message>
</context>
<context>
    <name>shell/widgets/matter_picker</name>
    <message>
        <source>No matter fits. Try its number, or the beginnings of its words.</source>
        <translation>Keine Akte passt. Versuchen Sie ihre Nummer oder die Anfänge ihrer Wörter.</translation>
    </message>
    <message>
        <source>Type a number, name, reference or client</source>
        <translation>Nummer, Name, Aktenzeichen oder Mandant</translation>
    </message>
</context>
<context>
    <name>shell/widgets/parts</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>shell/widgets/report_bars</name>
    <message>
        <source>Bars: sent, drafts, not drafted</source>
        <translation>Balken: gesendet, Entwürfe, ohne Entwurf</translation>
    </message>
</context>
<context>
    <name>shell/widgets/row_list</name>
    <message>
        <source>Time rows</source>
        <translation>Zeitzeilen</translation>
    </message>
</context>
<context>
    <name>shell/widgets/week_bars</name>
    <message>
        <source>of {goal}</source>
        <translation>von {goal}</translation>
    </message>
    <message>
        <source>The days of the week</source>
        <translation>Die Tage der Woche</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>vanished</name>
    <message>
        <source>That happens by itself within a day.</source>
        <translation type="vanished">Das geschieht innerhalb eines Tages von selbst.</translation>
    </message>
    <message>
        <source>Packages by others, each under its own licence.</source>
        <translation type="vanished">Pakete anderer, jedes unter seiner eigenen Lizenz.</translation>
    </message>
    <message>
        <source>Return address</source>
        <translation type="vanished">Rücksprungadresse</translation>
    </message>
    <message>
        <source>Everybody gets the same link; send it by e-mail. It only works inside the firm, where the folder is.</source>
        <translation type="vanished">Alle bekommen denselben Link; schicken Sie ihn per E-Mail. Er wirkt nur in der Kanzlei, wo der Ordner ist.</translation>
    </message>
    <message>
        <source>Back to the default: {what}</source>
        <translation type="vanished">Zurück zum Standard: {what}</translation>
    </message>
    <message>
        <source>Leave it to each member: {what}</source>
        <translation type="vanished">Jedem Mitglied überlassen: {what}</translation>
    </message>
    <message>
        <source>None.</source>
        <translation type="vanished">Keine.</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation type="vanished">Ordner: {folder}</translation>
    </message>
    <message>
        <source>Only one team&apos;s settings hold at a time. You can change this under Settings, Team.</source>
        <translation type="vanished">Es gelten immer nur die Einstellungen eines Teams. Ändern können Sie das unter Einstellungen, Team.</translation>
    </message>
    <message>
        <source>The settings of {team} hold from now on</source>
        <translation type="vanished">Ab jetzt gelten die Einstellungen von {team}</translation>
    </message>
    <message>
        <source>Go on with the settings of {team}</source>
        <translation type="vanished">Bei den Einstellungen von {team} bleiben</translation>
    </message>
    <message>
        <source>Add list of activities</source>
        <translation type="vanished">Tätigkeitsliste anfügen</translation>
    </message>
    <message>
        <source>The application, the window&apos;s title, and whether somebody was at the computer. Never what is in the window, what you type, or pictures of the screen.</source>
        <translation type="vanished">Die Anwendung, der Fenstertitel und ob jemand am Computer war. Nie, was im Fenster steht, was Sie tippen, und nie Bilder vom Bildschirm.</translation>
    </message>
    <message>
        <source>On this computer only, encrypted with a key in your system&apos;s keyring. Nobody else sees your timeline. Only the time entries you send go to Actionstep.</source>
        <translation type="vanished">Nur auf diesem Computer, verschlüsselt mit einem Schlüssel im Schlüsselbund Ihres Systems. Niemand sonst sieht Ihren Zeitverlauf. Nur die Zeiteinträge, die Sie senden, gehen an Actionstep.</translation>
    </message>
    <message>
        <source>WiseStep notes which window is in front, so that you can turn your day into time entries.</source>
        <translation type="vanished">WiseStep merkt sich, welches Fenster vorn ist, damit Sie aus Ihrem Tag Zeiteinträge machen können.</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation type="vanished">Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Today: {hours} h {minutes:02d} min</source>
        <translation type="vanished">Heute: {hours} h {minutes:02d} min</translation>
    </message>
</context>
</TS>
