# Make both installers of Windows from the program's folder: installers.ps1 DIST
# Needs Inno Setup 6 (iscc) and WiX 5 (wix); what is missing is said and left out.
# Signed where PKM_SIGN holds a command line of signtool up to the file's name, for example:
#   signtool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 /n "The name in the certificate"
param([Parameter(Mandatory = $true)][string]$Dist)
$ErrorActionPreference = "Stop"
$root = (Resolve-Path (Join-Path $PSScriptRoot "..\..")).Path
$source = Join-Path $Dist "pkm"
$version = (Select-String -Path (Join-Path $root "pkm_app\__init__.py") -Pattern '__version__ = "([^"]+)"').Matches[0].Groups[1].Value

function Sign([string]$file) {
    if (-not $env:PKM_SIGN) { return }
    cmd /c "$($env:PKM_SIGN) `"$file`""
    if ($LASTEXITCODE -ne 0) { throw "$file could not be signed." }
}

Sign (Join-Path $source "pkm.exe")
Sign (Join-Path $source "PKM Workbench.exe")

$iscc = Get-Command iscc -ErrorAction SilentlyContinue
if (-not $iscc) { $iscc = Get-Command "${env:ProgramFiles(x86)}\Inno Setup 6\iscc.exe" -ErrorAction SilentlyContinue }
if ($iscc) {
    $words = @("/DVersion=$version", "/DSource=$source", "/DOutput=$Dist")
    if ($env:PKM_SIGN) {
        # Inno Setup signs what it makes itself, or the uninstaller that it puts inside would stay unsigned. It writes
        # $f for the file and $q for a quotation mark, which PowerShell would lose on the way.
        $words += "/DSign=pkmsign"
        $words += "/Spkmsign=" + $env:PKM_SIGN.Replace('"', '$q') + ' $f'
    }
    & $iscc.Source @words (Join-Path $PSScriptRoot "pkm.iss")
    if ($LASTEXITCODE -ne 0) { throw "Inno Setup failed." }
} else { Write-Warning "Inno Setup 6 is not here: no installer for one person." }

if (Get-Command wix -ErrorAction SilentlyContinue) {
    Push-Location $root
    try {
        $msi = Join-Path $Dist "PKM-Workbench-$version.msi"
        wix build (Join-Path $PSScriptRoot "pkm.wxs") -d "Version=$version" -d "Source=$source" -arch x64 -o $msi
        if ($LASTEXITCODE -ne 0) { throw "WiX failed." }
        Sign $msi
    } finally { Pop-Location }
} else { Write-Warning "WiX is not here (dotnet tool install --global wix): no MSI." }
