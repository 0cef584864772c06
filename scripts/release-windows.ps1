# Builds, signs and packs the Windows release, on Windows; docs/releasing.md says what it needs and what to look at
# afterwards. NOT RUN ON WINDOWS YET: its syntax is checked, and each of its steps is what scripts/freeze-windows,
# make-nsis and make-msi do on Linux.
#
# Usage: powershell -ExecutionPolicy Bypass -File scripts\release-windows.ps1 [-Python PATH] [-Thumbprint HEX] [-Timestamp ADDRESS]
#   -Python      a Python 3.11 from python.org, 64-bit; the default is what "py -3.11" finds
#   -Thumbprint  of the certificate in the store of this person or in a token; without one, nothing is signed
#   -Timestamp   address of a time stamp server (RFC 3161), as the certificate's issuer names it
[CmdletBinding()]
param(
    [string] $Python = '',
    [string] $Thumbprint = '',
    [string] $Timestamp = ''
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Invoke-Step([string] $Program, [string[]] $Words) {
    & $Program @Words
    if ($LASTEXITCODE -ne 0) { throw "$Program $($Words -join ' ') ended with $LASTEXITCODE" }
}

function Find-Program([string] $Name, [string[]] $Places) {
    $found = Get-Command $Name -ErrorAction SilentlyContinue
    if ($found) { return $found.Source }
    foreach ($place in $Places) {
        $here = Get-ChildItem -Path $place -ErrorAction SilentlyContinue | Sort-Object FullName | Select-Object -Last 1
        if ($here) { return $here.FullName }
    }
    throw "$Name is not installed; docs/releasing.md says where it is from."
}

function Set-Signature([string[]] $Files) {
    if (-not $Thumbprint) {
        foreach ($file in $Files) { Write-Warning "$file is left unsigned: no certificate is named." }
        return
    }
    $signing = @('sign', '/sha1', $Thumbprint, '/fd', 'sha256', '/d', 'WiseStep Desktop')
    if ($Timestamp) { $signing += @('/tr', $Timestamp, '/td', 'sha256') }
    Invoke-Step $script:SignTool ($signing + $Files)
    Invoke-Step $script:SignTool (@('verify', '/pa') + $Files)
}

# 1. What is needed, and whether it is the real one.
if (-not $Python) { $Python = (& py '-3.11' '-c' 'import sys; print(sys.executable)').Trim() }
$about = & $Python '-c' 'import struct, sys; print("%d.%d %d" % (*sys.version_info[:2], struct.calcsize("P") * 8))'
if ($about -ne '3.11 64') { throw "$Python is $about, not a 64-bit Python 3.11." }
$signature = Get-AuthenticodeSignature $Python
if ($signature.Status -ne 'Valid' -or $signature.SignerCertificate.Subject -notmatch 'Python Software Foundation') {
    throw "$Python is not signed by the Python Software Foundation. Take the installer from python.org."
}
$MakeNsis = Find-Program 'makensis.exe' @("${env:ProgramFiles(x86)}\NSIS\makensis.exe", "$env:ProgramFiles\NSIS\makensis.exe")
if ($Thumbprint) { $script:SignTool = Find-Program 'signtool.exe' @("${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe") }
if (& git status --porcelain) { throw 'There are changes that are not committed; a release is built from a commit.' }

# 2. Environments of locked packages and nothing else: one that makes the wheel, one that freezes.
$env:SOURCE_DATE_EPOCH = (& git log -1 '--format=%ct').Trim()
$env:PYTHONHASHSEED = '1'
$env:PYTHONUTF8 = '1'
Remove-Item -Recurse -Force -ErrorAction SilentlyContinue -Path @('build\freeze\windows', 'build\freeze\work-windows',
    'build\freeze\wheel', 'build\pack')
New-Item -ItemType Directory -Force -Path @('build\freeze', 'build\pack', 'dist') | Out-Null
foreach ($each in @(@('making', 'dev'), @('freezing', 'windows-freeze'))) {
    $environment = "build\freeze\$($each[0])"
    Invoke-Step $Python @('-m', 'venv', '--clear', $environment)
    Invoke-Step "$environment\Scripts\python.exe" @('-m', 'pip', '--disable-pip-version-check', '--quiet', 'install',
        '--require-hashes', '--only-binary', ':all:', '-r', "requirements\$($each[1]).txt")
}
$making = 'build\freeze\making\Scripts\python.exe'
$freezing = 'build\freeze\freezing\Scripts\python.exe'
Invoke-Step $making @('-m', 'build', '--no-isolation', '--wheel', '--outdir', 'build\freeze\wheel', '.')
$wheel = (Get-ChildItem build\freeze\wheel\*.whl).FullName
Invoke-Step $freezing @('-m', 'pip', '--disable-pip-version-check', '--quiet', 'install', '--no-deps', $wheel)

# 3. The program.
Invoke-Step $freezing @('-m', 'PyInstaller', '--noconfirm', '--log-level', 'WARN', '--distpath', 'build\freeze\windows',
    '--workpath', 'build\freeze\work-windows', 'build.spec')
$folder = 'build\freeze\windows\WiseStep'
Move-Item "$folder\wisestep-console.exe" "$folder\wisestep.com"
Invoke-Step $freezing @('-m', 'installer.freezing.measuring', $folder, 'windows', 'build\freeze\windows.listing')
Set-Signature @("$folder\WiseStep.exe", "$folder\wisestep.com")
Invoke-Step "$folder\wisestep.com" @('selftest')

# 4. The installer for a person. NSIS runs a command of one line for the uninstaller that it makes.
$version = (Select-String -Path wisestep_desktop\__init__.py -Pattern '^__version__ = "(.*)"$').Matches[0].Groups[1].Value
$numbers = ($version -replace '[^0-9.].*$', '') + '.0'
$kilobytes = [math]::Floor((Get-ChildItem -Recurse -File $folder | Measure-Object Length -Sum).Sum / 1024)
Invoke-Step $making @('-m', 'installer.windows.contents', 'nsis', $folder, 'build\pack\files.nsh')
$here = (Get-Location).Path
$setup = "$here\dist\WiseStep-$version-x64.exe"
$words = @('/V2', '/WX', '/INPUTCHARSET', 'UTF8', "/DVERSION=$version", "/DNUMBERS=$numbers",
    "/DLISTS=$here\build\pack\files.nsh", "/DICON=$here\build\freeze\work-windows\build\wisestep.ico", "/DOUT=$setup",
    '/DCOMPRESSOR=/SOLID lzma', "/DKILOBYTES=$kilobytes")
if ($Thumbprint) {
    $stamp = if ($Timestamp) { "/tr `"$Timestamp`" /td sha256" } else { '' }
    $line = "@`"$script:SignTool`" sign /sha1 $Thumbprint /fd sha256 /d `"WiseStep Desktop`" $stamp %1"
    Set-Content -Path build\pack\sign.cmd -Value $line -Encoding ascii
    $words += "/DSIGN=$here\build\pack\sign.cmd"
}
Invoke-Step $MakeNsis ($words + 'installer\windows\wisestep.nsi')
Set-Signature @($setup)

# 5. The package for group policy: wixl makes it, which is for Linux; so in the Linux that Windows has, or elsewhere.
$package = "dist\WiseStep-$version-x64.msi"
if (Get-Command wsl.exe -ErrorAction SilentlyContinue) {
    Invoke-Step 'wsl.exe' @('--', 'env', 'PYTHON=python3', 'bash', 'scripts/make-msi')
    Set-Signature @($package)
}
else {
    Write-Warning "There is no Linux here. Take $folder and build\freeze\work-windows\build\wisestep.ico to the same place in a checkout on Linux, run scripts/make-msi, bring $package back and sign it."
}

Get-ChildItem dist\WiseStep-$version-x64.* | Get-FileHash -Algorithm SHA256 | Format-List -Property @('Path', 'Hash')
Write-Output 'Now the list in docs/releasing.md: what only a person on Windows can see.'
