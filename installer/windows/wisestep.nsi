; The installer for one person, or with /ALLUSERS for everybody on the computer. Made by scripts/make-nsis, which defines
; VERSION, NUMBERS, FOLDER, LISTS, ICON, OUT, KILOBYTES, COMPRESSOR and perhaps SIGN.
;
; What it promises: WiseStep ends in order before its files change, or nothing changes; what does not work is put back;
; a newer version is not replaced by an older one; recorded time is never touched unless somebody says so. The exit codes
; are told in docs/administrators.md.
Unicode true
Target amd64-unicode
SetCompressor ${COMPRESSOR}
RequestExecutionLevel user  ; /ALLUSERS asks for more
ManifestSupportedOS Win10
ManifestDPIAware true
CRCCheck force
AllowSkipFiles off
SetDateSave off
BrandingText " "
Name "WiseStep"
OutFile "${OUT}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include "${LISTS}"  ; InstallFiles and RemoveFiles, of what is in FOLDER

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\WiseStep"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\WiseStep.exe"
!define LINKS "Software\Classes\wisestep"
!define KIND "WiseStep.Invitation"
!define INVITATION "Software\Classes\${KIND}"
!define ENDING "Software\Classes\.wisestep"

!define FAILED 2
!define NEWER 3
!define RUNS 4
!define RIGHTS 5
!define SPACE 6
!define WINDOWS 7
!define BUSY 8
!define DATA_STAYS 9

Var Parameters
Var Everybody
Var WasRunning
Var Began  ; to replace files
Var Purge

VIProductVersion "${NUMBERS}"
VIAddVersionKey "CompanyName" "The WiseStep Desktop authors"
VIAddVersionKey "FileDescription" "WiseStep Desktop installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licensed. Notices of others are in About."
VIAddVersionKey "ProductName" "WiseStep Desktop"
VIAddVersionKey "ProductVersion" "${VERSION}"

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_GUIINIT KeepChoice
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartIt
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_SHOW NoStartForEverybody
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"  ; where Windows speaks neither
!insertmacro MUI_LANGUAGE "German"
!include words.nsh

; ---- what both do ----

!macro Both un
  ; Leaves with a code; somebody who is there reads why first.
  Function ${un}Leave
    Exch $1  ; code
    Exch
    Exch $0  ; text
    MessageBox MB_OK|MB_ICONEXCLAMATION "$0" /SD IDOK
    SetErrorLevel $1
    Quit
  FunctionEnd

  ; Asks for an administrator's rights where they are missing. On the stack: the program to start again with them.
  Function ${un}NeedRights
    Exch $1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      ${IfNot} ${Silent}
        ClearErrors
        ExecShell "runas" "$1" "$Parameters"
        ${IfNot} ${Errors}
          Quit
        ${EndIf}
      ${EndIf}
      Push "$(NEEDS_RIGHTS)"
      Push ${RIGHTS}
      Call ${un}Leave
    ${EndIf}
    Pop $1
  FunctionEnd

  ; Puts 1 on the stack if one of the programs runs: Windows lets nobody write to a program that does.
  Function ${un}InUse
    Push $0
    Push $1
    StrCpy $1 0
    ${If} ${FileExists} "$INSTDIR\WiseStep.exe"
      ClearErrors
      FileOpen $0 "$INSTDIR\WiseStep.exe" a
      ${If} ${Errors}
        StrCpy $1 1
      ${Else}
        FileClose $0
      ${EndIf}
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\wisestep.com"
      ClearErrors
      FileOpen $0 "$INSTDIR\wisestep.com" a
      ${If} ${Errors}
        StrCpy $1 1
      ${Else}
        FileClose $0
      ${EndIf}
    ${EndIf}
    Exch
    Pop $0
    Exch $1
  FunctionEnd

  ; Ends WiseStep in order, as its own Quit does. It is never ended by force: that could cost the last seconds.
  Function ${un}EndIt
    Call ${un}InUse
    Pop $WasRunning
    ${If} $WasRunning = 1
      ${Do}
        nsExec::Exec /TIMEOUT=60000 '"$INSTDIR\WiseStep.exe" quit --patience 25'
        Pop $0
        ${For} $1 1 40  ; it has let go of the time; now its process ends
          Call ${un}InUse
          Pop $0
          ${If} $0 = 0
            Return
          ${EndIf}
          Sleep 250
        ${Next}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_RUNS)" /SD IDCANCEL IDRETRY +3
          SetErrorLevel ${RUNS}
          Quit
      ${Loop}
    ${EndIf}
  FunctionEnd

  ; Tells Explorer that links and files are opened otherwise now.
  Function ${un}TellExplorer
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  FunctionEnd
!macroend
!insertmacro Both ""
!insertmacro Both "un."

; ---- installing ----

Function .onInit
  ${GetParameters} $Parameters
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "WiseStepSetup") p .r1 ?e'
  Pop $0
  ${If} $0 = 183
    Push "$(ANOTHER_RUNS)"
    Push ${BUSY}
    Call Leave
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    Push "$(NEEDS_WINDOWS)"
    Push ${WINDOWS}
    Call Leave
  ${EndIf}
  SetShellVarContext current
  StrCpy $Everybody 0
  ClearErrors
  ${GetOptions} $Parameters "/ALLUSERS" $0
  ${IfNot} ${Errors}
    StrCpy $Everybody 1
    Push $EXEPATH
    Call NeedRights
    SetShellVarContext all
  ${EndIf}
  Call FindPlace
  Call RefuseOlder
  Call FindSpace
  Call ChooseByWords
FunctionEnd

; Where it is already, or where such programs are.
Function FindPlace
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${UNINSTALL}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $Everybody = 1
      StrCpy $INSTDIR "$PROGRAMFILES64\WiseStep"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\WiseStep"
    ${EndIf}
  ${EndIf}
FunctionEnd

; An older program does not open what a newer one wrote.
Function RefuseOlder
  ReadRegStr $1 SHCTX "${UNINSTALL}" "DisplayVersion"
  ${If} $1 == ""
    Return
  ${EndIf}
  ${VersionCompare} "$1" "${VERSION}" $0
  ${If} $0 = 1
    ClearErrors
    ${GetOptions} $Parameters "/FORCE" $0
    ${If} ${Errors}
      Push "$(NEWER_IS_THERE)"
      Push ${NEWER}
      Call Leave
    ${EndIf}
  ${EndIf}
FunctionEnd

; The pages of the installer look too; when it is silent there are none. Old and new are there together for a while.
Function FindSpace
  ${GetRoot} "$INSTDIR" $0
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$0\", *l .r1, p 0, p 0) i .r2'
  ${If} $2 <> 0
    System::Int64Op $1 / 1024
    Pop $1
    System::Int64Op $1 < ${KILOBYTES}
    Pop $1
    ${If} $1 = 1
      Push "$(NEEDS_SPACE)"
      Push ${SPACE}
      Call Leave
    ${EndIf}
  ${EndIf}
FunctionEnd

!macro Aside name
  ${If} ${FileExists} "$INSTDIR\${name}"
    ClearErrors
    Rename "$INSTDIR\${name}" "$INSTDIR\${name}.old"
    ${If} ${Errors}
      Call PutBack
      Push "$(NOT_REPLACED)"
      Push ${FAILED}
      Call Leave
    ${EndIf}
  ${EndIf}
!macroend

; Moves what is there aside, so that it can come back.
Function MoveAside
  Call PutBack  ; of an installation that was cut off
  !insertmacro Aside "WiseStep.exe"
  !insertmacro Aside "wisestep.com"
  !insertmacro Aside "uninstall.exe"
  !insertmacro Aside "_internal"
FunctionEnd

!macro Back name
  ${If} ${FileExists} "$INSTDIR\${name}.old"
    RMDir /r "$INSTDIR\${name}"
    Delete "$INSTDIR\${name}"
    Rename "$INSTDIR\${name}.old" "$INSTDIR\${name}"
  ${EndIf}
!macroend

Function PutBack
  SetOutPath "$INSTDIR"  ; the folder of the last file would stay, since this process is in it
  !insertmacro Back "_internal"
  !insertmacro Back "uninstall.exe"
  !insertmacro Back "wisestep.com"
  !insertmacro Back "WiseStep.exe"
FunctionEnd

; An error on the way, such as a full disk: all is as before.
Function .onInstFailed
  ${If} $Began = 0
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\_internal.old\*.*"
    Call PutBack
    ${If} $WasRunning = 1
      Call StartAgain
    ${EndIf}
  ${Else}
    SetOutPath "$TEMP"
    !insertmacro RemoveFiles
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

; In an administrator's session it would have an administrator's rights, so there it waits for the next sign-in.
Function StartAgain
  ${If} $Everybody = 0
    Exec '"$INSTDIR\WiseStep.exe" run --hidden'
  ${EndIf}
FunctionEnd

Function StartIt
  ${If} $Everybody = 0
    Exec '"$INSTDIR\WiseStep.exe"'
  ${EndIf}
FunctionEnd

Function NoStartForEverybody
  ${If} $Everybody = 1
    ShowWindow $mui.FinishPage.Run ${SW_HIDE}
  ${EndIf}
FunctionEnd

Section "WiseStep" Program
  SectionIn RO
  StrCpy $WasRunning 0
  StrCpy $Began 0
  CreateDirectory "$INSTDIR"
  Call EndIt
  Call MoveAside
  StrCpy $Began 1
  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Delete "$INSTDIR\WiseStep.exe.old"
  Delete "$INSTDIR\wisestep.com.old"
  Delete "$INSTDIR\uninstall.exe.old"
  RMDir /r "$INSTDIR\_internal.old"

  CreateShortCut "$SMPROGRAMS\WiseStep.lnk" "$INSTDIR\WiseStep.exe"
  WriteRegStr SHCTX "${APP_PATH}" "" "$INSTDIR\WiseStep.exe"
  WriteRegStr SHCTX "${LINKS}" "" "URL:WiseStep"
  WriteRegStr SHCTX "${LINKS}" "URL Protocol" ""
  WriteRegStr SHCTX "${LINKS}\DefaultIcon" "" '"$INSTDIR\WiseStep.exe",0'
  WriteRegStr SHCTX "${LINKS}\shell\open\command" "" '"$INSTDIR\WiseStep.exe" "%1"'
  WriteRegStr SHCTX "${INVITATION}" "" "$(INVITATION_KIND)"
  WriteRegStr SHCTX "${INVITATION}\DefaultIcon" "" '"$INSTDIR\WiseStep.exe",0'
  WriteRegStr SHCTX "${INVITATION}\shell\open\command" "" '"$INSTDIR\WiseStep.exe" "%1"'
  WriteRegStr SHCTX "${ENDING}" "" "${KIND}"
  WriteRegStr SHCTX "${ENDING}" "Content Type" "application/x-wisestep-invitation"
  Call TellExplorer

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "WiseStep Desktop"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\WiseStep.exe,0"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "The WiseStep Desktop authors"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section /o "$(START_AT_SIGN_IN)" AtSignIn
  WriteRegStr SHCTX "${RUN}" "WiseStep" '"$INSTDIR\WiseStep.exe" run --hidden'
  DeleteRegValue SHCTX "${APPROVED}" "WiseStep"  ; that it was switched off once
SectionEnd

Section -Last
  ${If} $WasRunning = 1
    Call StartAgain
  ${EndIf}
SectionEnd

Function ChooseByWords
  ClearErrors
  ${GetOptions} $Parameters "/AUTOSTART" $0
  ${IfNot} ${Errors}
    SectionSetFlags ${AtSignIn} ${SF_SELECTED}
  ${EndIf}
FunctionEnd

; Whoever upgrades by hand finds chosen what holds.
Function KeepChoice
  ReadRegStr $0 SHCTX "${RUN}" "WiseStep"
  ${If} $0 != ""
    SectionSetFlags ${AtSignIn} ${SF_SELECTED}
  ${EndIf}
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${Program} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${AtSignIn} "$(ABOUT_START)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; ---- uninstalling ----

Function un.onInit
  ${GetParameters} $Parameters
  SetShellVarContext current
  StrCpy $Everybody 0
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 != $INSTDIR
    ReadRegStr $0 HKLM "${UNINSTALL}" "InstallLocation"
    ${If} $0 == $INSTDIR
      StrCpy $Everybody 1
      Push "$INSTDIR\uninstall.exe"
      Call un.NeedRights
    ${EndIf}
  ${EndIf}
FunctionEnd

; Whether a command starts the program here. On the stack: the command; then 1 or 0.
Function un.IsOurs
  Exch $0
  Push $1
  Push $2
  StrCpy $2 '"$INSTDIR\WiseStep.exe"'
  StrLen $1 $2
  StrCpy $1 $0 $1
  ${If} $1 != $2
    StrCpy $2 "$INSTDIR\WiseStep.exe"
    StrLen $1 $2
    StrCpy $1 $0 $1
  ${EndIf}
  ${If} $1 == $2
    StrCpy $0 1
  ${Else}
    StrCpy $0 0
  ${EndIf}
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

; Takes back what starts the program here, and leaves alone what starts another one.
!macro TakeBack root
  ReadRegStr $0 ${root} "${RUN}" "WiseStep"
  Push $0
  Call un.IsOurs
  Pop $0
  ${If} $0 = 1
    DeleteRegValue ${root} "${RUN}" "WiseStep"
    DeleteRegValue ${root} "${APPROVED}" "WiseStep"
  ${EndIf}
  ReadRegStr $0 ${root} "${APP_PATH}" ""
  Push $0
  Call un.IsOurs
  Pop $0
  ${If} $0 = 1
    DeleteRegKey ${root} "${APP_PATH}"
  ${EndIf}
  ReadRegStr $0 ${root} "${LINKS}\shell\open\command" ""
  Push $0
  Call un.IsOurs
  Pop $0
  ${If} $0 = 1
    DeleteRegKey ${root} "${LINKS}"
  ${EndIf}
  ReadRegStr $0 ${root} "${INVITATION}\shell\open\command" ""
  Push $0
  Call un.IsOurs
  Pop $0
  ${If} $0 = 1
    DeleteRegKey ${root} "${INVITATION}"
    ReadRegStr $0 ${root} "${ENDING}" ""
    ${If} $0 == "${KIND}"
      DeleteRegKey ${root} "${ENDING}"
    ${EndIf}
  ${EndIf}
!macroend

; Deletes this person's time, by the program itself: it knows the key, and a legal hold keeps it from doing so.
Function un.DeleteData
  StrCpy $Purge 0
  ${IfNot} ${FileExists} "$LOCALAPPDATA\WiseStep\*.*"
    Return
  ${EndIf}
  ClearErrors
  ${GetOptions} $Parameters "/PURGE" $0
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(DELETE_DATA)" /SD IDNO IDYES +2
      Return
  ${EndIf}
  nsExec::Exec /TIMEOUT=120000 '"$INSTDIR\wisestep.com" delete-all --yes'
  Pop $0
  ${If} $0 == 0
    RMDir /r "$LOCALAPPDATA\WiseStep"
  ${Else}
    StrCpy $Purge ${DATA_STAYS}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NOT_DELETED)" /SD IDOK
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.EndIt
  Call un.DeleteData
  !insertmacro TakeBack HKCU
  ${If} $Everybody = 1
    !insertmacro TakeBack HKLM
    SetShellVarContext all
  ${EndIf}
  Delete "$SMPROGRAMS\WiseStep.lnk"
  DeleteRegKey SHCTX "${UNINSTALL}"
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Call un.TellExplorer
  ${If} $Purge <> 0
    SetErrorLevel $Purge
  ${EndIf}
SectionEnd
