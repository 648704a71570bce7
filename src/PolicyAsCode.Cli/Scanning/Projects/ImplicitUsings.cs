namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>The usings of a whole project: those that its SDK adds, and its own items <c>Using</c>.</summary>
internal static class ImplicitUsings
{
    private const string Start = "global using ";

    private static readonly string[] s_all =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] s_hosted =
    [
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Logging",
    ];

    private static readonly string[] s_web =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", .. s_hosted, "Microsoft.Extensions.Hosting",
    ];

    /// <summary>As a source file.</summary>
    public static string Of(ProjectFile project)
    {
        var usings = new SortedSet<string>(StringComparer.Ordinal);
        if (project.Is("ImplicitUsings"))
            foreach (var name in s_all.Concat(OfSdk(project.Sdk)))
                usings.Add(Using(name));
        foreach (var item in project.Items.Where(item => item.Kind is "Using"))
        {
            foreach (var name in item.Remove.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                usings.Remove(Using(name));
            foreach (var name in item.Include.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                usings.Add(
                    item.Metadata.GetValueOrDefault("Alias", "") is { Length: > 0 } alias ? $"{Start}{alias} = global::{name};"
                    : item.Metadata.GetValueOrDefault("Static", "") is "true" or "True" ? $"{Start}static global::{name};"
                    : Using(name));
        }
        return string.Join('\n', usings);
    }

    private static string Using(string name) => $"{Start}global::{name};";

    private static IEnumerable<string> OfSdk(string sdk) => sdk switch
    {
        "Microsoft.NET.Sdk.Web" => s_web,
        "Microsoft.NET.Sdk.Worker" => [.. s_hosted, "Microsoft.Extensions.Hosting"],
        "Microsoft.NET.Sdk.BlazorWebAssembly" => s_hosted,
        _ => [],
    };
}
