; Inno Setup 6: an installer for one person, without administrator rights.
; iscc /DVersion=0.1.0 /DSource=..\..\dist\pkm /DOutput=..\..\dist packaging\windows\pkm.iss
; Silent: PKM-Workbench-0.1.0-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART

#ifndef Version
  #error Version is not given: /DVersion=...
#endif
#ifndef Source
  #define Source "..\..\dist\pkm"
#endif
#ifndef Output
  #define Output "..\..\dist"
#endif

[Setup]
AppId={{6B1F0C7E-6C0B-4E0B-9C0D-2B7B6D1F5A41}
AppName=PKM Workbench
AppVersion={#Version}
AppVerName=PKM Workbench {#Version}
AppPublisher=The PKM Workbench team
VersionInfoVersion={#Version}
DefaultDirName={autopf}\PKM Workbench
DefaultGroupName=PKM Workbench
DisableProgramGroupPage=yes
DisableDirPage=auto
; For one person, under %LOCALAPPDATA%\Programs; /ALLUSERS asks for rights and installs for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir={#Output}
OutputBaseFilename=PKM-Workbench-{#Version}-setup
SetupIconFile=..\..\build\icon\pkm.ico
UninstallDisplayIcon={app}\PKM Workbench.exe
LicenseFile=..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; Never in the middle of a save: who has it open is asked to close it (a second window would only raise the first).
CloseApplications=yes
RestartApplications=no
ChangesEnvironment=yes
#ifdef Sign
SignTool={#Sign}
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"

[CustomMessages]
en.CommandLine=Make the command "pkm" known to the command line
nl.CommandLine=Maak de opdracht "pkm" bekend op de opdrachtregel

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "{cm:CommandLine}"; Flags: unchecked

[InstallDelete]
; Files of a former version that the new one does not have. Nothing of a person lies here.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\PKM"; Filename: "{app}\PKM Workbench.exe"; AppUserModelID: "org.pkm_workbench.PKM"
Name: "{autodesktop}\PKM"; Filename: "{app}\PKM Workbench.exe"; AppUserModelID: "org.pkm_workbench.PKM"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "{code:EnvironmentKey}"; ValueType: expandsz; ValueName: "Path"; \
  ValueData: "{olddata};{app}"; Tasks: path; Check: NeedsPath

[Run]
Filename: "{app}\PKM Workbench.exe"; Description: "{cm:LaunchProgram,PKM}"; Flags: nowait postinstall skipifsilent

[Code]
function EnvironmentKey(Param: String): String;
begin
  if IsAdminInstallMode then
    Result := 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
  else
    Result := 'Environment';
end;

function NeedsPath: Boolean;
var
  Old: String;
begin
  if not RegQueryStringValue(HKA, EnvironmentKey(''), 'Path', Old) then
    Old := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Old) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Old, Ours: String;
  Place: Integer;
begin
  { What a person made (the PKM folder, articles, settings) stays; only our own place leaves the path. }
  if Step <> usPostUninstall then
    Exit;
  if RegQueryStringValue(HKA, EnvironmentKey(''), 'Path', Old) then begin
    Ours := ';' + ExpandConstant('{app}');
    Place := Pos(Uppercase(Ours), Uppercase(Old));
    if Place > 0 then begin
      Delete(Old, Place, Length(Ours));
      RegWriteExpandStringValue(HKA, EnvironmentKey(''), 'Path', Old);
    end;
  end;
end;
