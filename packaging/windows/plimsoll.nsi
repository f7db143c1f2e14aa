; Plimsoll for Windows: for this user only, so that it needs no administrator.
;   makensis -DVERSION=0.1.0 -DSOURCE=dist\plimsoll -DTARGET=dist\Plimsoll-0.1.0-setup.exe packaging\windows\plimsoll.nsi
; The version and the folders come from `packaging/run.py package installer`, never from here.
Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!ifndef VERSION
  !error "VERSION is not given"
!endif

Name "Plimsoll"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Plimsoll"
InstallDirRegKey HKCU "Software\Plimsoll" "InstallDir"
ManifestDPIAware true
ManifestLongPathAware true
BrandingText "Plimsoll ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Plimsoll"
VIAddVersionKey "FileDescription" "Plimsoll setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\plimsoll.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Plimsoll"

; A file that is open cannot be replaced: ask until Plimsoll has ended.
!macro WaitUntilClosed
  again:
  ClearErrors
  IfFileExists "$INSTDIR\plimsoll.exe" 0 closed
  FileOpen $0 "$INSTDIR\plimsoll.exe" a
  IfErrors 0 free
  MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "Plimsoll is open. Quit it from its menu, then go on." IDRETRY again
  Abort
  free:
  FileClose $0
  closed:
!macroend

Section "Plimsoll"
  !insertmacro WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Plimsoll.lnk" "$INSTDIR\plimsoll.exe"
  WriteRegStr HKCU "Software\Plimsoll" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Plimsoll"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\plimsoll.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; Inventory, backups and settings lie in %LOCALAPPDATA%\Plimsoll and stay.
Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\plimsoll.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Plimsoll.lnk"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Plimsoll"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Plimsoll"
SectionEnd
