using System.Reflection;
using System.Xml.Linq;

namespace PolicyAsCode.Architecture.Tests;

/// <summary>Who may use whom. A new arrow is a decision: it is made here.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> s_projects = new()
    {
        ["PolicyAsCode.Annotations"] = [],
        ["PolicyAsCode.Language"] = [],
        ["PolicyAsCode.Analyzers"] = ["PolicyAsCode.Language"],
        ["PolicyAsCode.CodeFixes"] = ["PolicyAsCode.Analyzers"],
        ["PolicyAsCode.Generators"] = ["PolicyAsCode.Language"],
        ["PolicyAsCode.Reports"] = ["PolicyAsCode.Language"],
        ["PolicyAsCode.Build"] = ["PolicyAsCode.Language", "PolicyAsCode.Reports"],
        ["PolicyAsCode.EntityFrameworkCore"] = ["PolicyAsCode.Annotations"],
        ["PolicyAsCode.AspNetCore"] = ["PolicyAsCode.EntityFrameworkCore"],
        ["PolicyAsCode.EntityFrameworkCore.Testing"] = ["PolicyAsCode.EntityFrameworkCore"],
        ["PolicyAsCode.Quartz"] = ["PolicyAsCode.EntityFrameworkCore"],
        ["PolicyAsCode.Cli"] = ["PolicyAsCode.Language", "PolicyAsCode.Analyzers", "PolicyAsCode.Build", "PolicyAsCode.Reports"],
        ["PolicyAsCode"] =
        [
            "PolicyAsCode.Annotations", "PolicyAsCode.Analyzers", "PolicyAsCode.CodeFixes", "PolicyAsCode.Generators",
            "PolicyAsCode.Build",
        ],
    };

    // Beside the framework; what rules about the code (BannedApiAnalyzers) is no arrow.
    private static readonly Dictionary<string, string[]> s_others = new()
    {
        ["PolicyAsCode.Annotations"] = [],
        ["PolicyAsCode.Language"] = ["YamlDotNet"],
        ["PolicyAsCode.Analyzers"] = ["Microsoft.CodeAnalysis"],
        ["PolicyAsCode.CodeFixes"] = ["Microsoft.CodeAnalysis"],
        ["PolicyAsCode.Generators"] = ["Microsoft.CodeAnalysis"],
        ["PolicyAsCode.Reports"] = ["System.Reflection.Metadata"],
        ["PolicyAsCode.Build"] = ["Microsoft.Build", "System.Reflection.Metadata"],
        ["PolicyAsCode.EntityFrameworkCore"] = ["Microsoft.EntityFrameworkCore", "Microsoft.Extensions"],
        ["PolicyAsCode.AspNetCore"] =
        [
            "PolicyAsCode.EntityFrameworkCore", "PolicyAsCode.Annotations", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore",
            "Microsoft.Extensions", "Microsoft.Net.Http.Headers", "MailKit", "MimeKit",
        ],
        ["PolicyAsCode.EntityFrameworkCore.Testing"] = ["PolicyAsCode.EntityFrameworkCore", "PolicyAsCode.Annotations", "Microsoft.EntityFrameworkCore"],
        ["PolicyAsCode.Quartz"] = ["Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "Quartz"],
        ["PolicyAsCode.Cli"] = ["System.CommandLine", "Microsoft.CodeAnalysis"],
        ["PolicyAsCode"] = [],
    };

    // Loaded into another's process, with that one's copy of these: the oldest that we claim to run in has no newer.
    private static readonly Dictionary<string, Version> s_hosts = new()
    {
        ["Microsoft.CodeAnalysis"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 14, 0, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(9, 0, 0, 0),
        ["Microsoft.Build.Framework"] = new(15, 1, 0, 0),
        ["Microsoft.Build.Utilities.Core"] = new(15, 1, 0, 0),
    };

    public static TheoryData<string> Names => new(SourceProject.All.Select(project => project.Name));

    [Fact]
    public void Every_project_has_its_arrows() =>
        Assert.Equal(s_projects.Keys.Order(StringComparer.Ordinal), SourceProject.All.Select(project => project.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_names_no_project_that_it_may_not_use(string name) =>
        Assert.Empty(Project(name).ProjectReferences.Except(s_projects[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_assembly_uses_nothing_that_its_project_may_not(string name)
    {
        using var assembly = new AssemblyFile(Project(name).Assembly);

        Assert.DoesNotContain(assembly.References, reference => !IsAllowed(name, reference.Name!));
    }

    [Theory]
    [InlineData("PolicyAsCode.Language")]
    [InlineData("PolicyAsCode.Analyzers")]
    [InlineData("PolicyAsCode.CodeFixes")]
    [InlineData("PolicyAsCode.Generators")]
    [InlineData("PolicyAsCode.Reports")]
    [InlineData("PolicyAsCode.Build")]
    public void A_guest_asks_for_nothing_newer_than_its_oldest_host_has(string name)
    {
        using var assembly = new AssemblyFile(Project(name).Assembly);

        Assert.DoesNotContain(
            assembly.References,
            reference => s_hosts.TryGetValue(reference.Name!, out var newest) && reference.Version > newest);
    }

    [Theory]
    [InlineData("_Analyzer", "Microsoft.CodeAnalysis")]
    [InlineData("_Task", "Microsoft.Build")]
    public void What_the_package_brings_finds_all_that_it_depends_on_beside_it(string item, string host)
    {
        var build = Path.GetDirectoryName(Project("PolicyAsCode.Build").Assembly)!;
        var shipped = Project("PolicyAsCode").Includes(item)
            .Select(path => Path.GetFileNameWithoutExtension(path)).ToList();
        Assert.Contains("PolicyAsCode.Language", shipped);

        var missing = new List<string>();
        foreach (var name in shipped)
        {
            var own = SourceProject.All.FirstOrDefault(project => project.Name == name);
            using var assembly = new AssemblyFile(own?.Assembly ?? Path.Combine(build, name + ".dll"));
            missing.AddRange(assembly.References
                .Where(reference => !IsFramework(reference) && !IsOf(host, reference.Name!))
                .Where(reference => !shipped.Contains(reference.Name!))
                .Select(reference => $"{name} needs {reference.Name}"));
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void The_projects_of_this_repository_get_the_analyzers_that_the_package_brings()
    {
        var use = XDocument.Load(Repository.PathOf("eng/UsePolicyAsCode.targets"));
        var given = use.Descendants("ProjectReference")
            .Where(reference => reference.Attribute("OutputItemType")?.Value == "Analyzer")
            .Concat(use.Descendants("Analyzer"))
            .Select(element => Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value));

        var packed = Project("PolicyAsCode").Includes("_Analyzer")
            .Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(packed.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    private static SourceProject Project(string name) => SourceProject.All.Single(project => project.Name == name);

    private static bool IsAllowed(string project, string reference) =>
        s_projects[project].Contains(reference)
        || s_others[project].Any(allowed => IsOf(allowed, reference))
        || IsFramework(new(reference));

    // MSBuild and the compiler both bring System.Collections.Immutable and what .NET Standard 2.0 leaves out.
    private static bool IsFramework(AssemblyName reference) =>
        reference.Name is "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives" || IsOf("System", reference.Name!);

    private static bool IsOf(string prefix, string name) =>
        name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal);
}
