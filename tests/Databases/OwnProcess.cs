using System.Diagnostics;

namespace PolicyAsCode.Tests;

/// <summary>
/// A sample as its user starts it, in a process of its own: it brings contexts of its own, and EF Core takes more than
/// twenty kinds of them in one process for a mistake, which the tests of a sample make together.
/// </summary>
internal static class OwnProcess
{
    public static async Task<(int Exit, string Output)> RunAsync(string assembly, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
