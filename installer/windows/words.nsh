; What the installer says, beside what NSIS says by itself. German as in docs/translating.md.

!macro Words name english german
  LangString ${name} ${LANG_ENGLISH} "${english}"
  LangString ${name} ${LANG_GERMAN} "${german}"
!macroend

!insertmacro Words ABOUT_PROGRAM \
  "The program, with its shortcut in the Start menu." \
  "Das Programm mit seiner Verknüpfung im Startmenü."
!insertmacro Words START_AT_SIGN_IN \
  "Start WiseStep at sign-in" \
  "WiseStep bei der Anmeldung starten"
!insertmacro Words ABOUT_START \
  "Starts hidden when you sign in to Windows. You can change that at any time in the settings of WiseStep." \
  "Startet verborgen, wenn Sie sich bei Windows anmelden. Das lässt sich jederzeit in den Einstellungen von WiseStep ändern."
!insertmacro Words INVITATION_KIND \
  "WiseStep invitation" \
  "WiseStep-Einladung"
!insertmacro Words ANOTHER_RUNS \
  "WiseStep is being installed already. Wait until that is done." \
  "WiseStep wird bereits installiert. Warten Sie, bis das fertig ist."
!insertmacro Words NEEDS_WINDOWS \
  "WiseStep needs Windows 10 or newer." \
  "WiseStep benötigt Windows 10 oder neuer."
!insertmacro Words NEEDS_RIGHTS \
  "To install or remove WiseStep for everybody on this computer takes an administrator's rights. Nothing was changed." \
  "WiseStep für alle auf diesem Computer zu installieren oder zu entfernen, erfordert Administratorrechte. Nichts wurde geändert."
!insertmacro Words NEEDS_SPACE \
  "There is not enough space on the disk. Nothing was changed." \
  "Auf dem Datenträger ist nicht genug Platz. Nichts wurde geändert."
!insertmacro Words NEWER_IS_THERE \
  "A newer version of WiseStep is installed, $1. An older one could not open your time, so nothing was changed." \
  "Eine neuere Version von WiseStep ist installiert, $1. Eine ältere könnte Ihre Zeit nicht öffnen, darum wurde nichts geändert."
!insertmacro Words STILL_RUNS \
  "WiseStep still runs. It may be waiting for an answer in one of its windows, or somebody else on this computer uses it. Quit it there, then try again. Nothing was changed." \
  "WiseStep läuft noch. Vielleicht wartet es in einem seiner Fenster auf eine Antwort, oder jemand anderes an diesem Computer verwendet es. Beenden Sie es dort und versuchen Sie es erneut. Nichts wurde geändert."
!insertmacro Words NOT_REPLACED \
  "The files of WiseStep in $INSTDIR cannot be replaced: another program has them open, or you may not. All is as before." \
  "Die Dateien von WiseStep in $INSTDIR lassen sich nicht ersetzen: Ein anderes Programm hat sie geöffnet, oder Sie dürfen es nicht. Alles ist wie zuvor."
!insertmacro Words DELETE_DATA \
  "Delete your recorded time, too? Everything in $LOCALAPPDATA\WiseStep and its key would be gone for good, also what was never sent. If you choose No, it stays for the next time you install WiseStep." \
  "Auch Ihre aufgezeichnete Zeit löschen? Alles in $LOCALAPPDATA\WiseStep und der Schlüssel dazu wären endgültig weg, auch was nie gesendet wurde. Wenn Sie Nein wählen, bleibt sie für die nächste Installation von WiseStep erhalten."
!insertmacro Words NOT_DELETED \
  "Your recorded time was not deleted: a legal hold keeps it, or it cannot be opened. It is in $LOCALAPPDATA\WiseStep." \
  "Ihre aufgezeichnete Zeit wurde nicht gelöscht: Eine Löschsperre hält sie fest, oder sie lässt sich nicht öffnen. Sie liegt in $LOCALAPPDATA\WiseStep."
