namespace PolicyAsCode.Package.Tests;

/// <summary>What lies in the packages: nothing missing, nothing that nobody meant.</summary>
public sealed class PackageContentTests(PackedFeed feed)
{
    [Fact]
    public void The_package_holds_exactly_this() =>
        Assert.Equal(
            [
                "LICENSE",
                "PolicyAsCode.nuspec",
                "README.md",
                "analyzers/dotnet/cs/PolicyAsCode.Analyzers.dll",
                "analyzers/dotnet/cs/PolicyAsCode.CodeFixes.dll",
                "analyzers/dotnet/cs/PolicyAsCode.Generators.dll",
                "analyzers/dotnet/cs/PolicyAsCode.Language.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/CheckedByBuild.globalconfig",
                "build/PolicyAsCode.Check.proj",
                "build/PolicyAsCode.targets",
                "build/PolicyFolder.targets",
                "buildTransitive/PolicyAsCode.targets",
                "lib/netstandard2.0/PolicyAsCode.Annotations.dll",
                "lib/netstandard2.0/PolicyAsCode.Annotations.xml",
                "schema/bindings.schema.json",
                "schema/law.schema.json",
                "schema/models.schema.json",
                "schema/notice.schema.json",
                "schema/policy.schema.json",
                "schema/report.schema.json",
                "schema/tests.schema.json",
                "schema/vocabulary.schema.json",
                "tasks/netstandard2.0/PolicyAsCode.Build.dll",
                "tasks/netstandard2.0/PolicyAsCode.Language.dll",
                "tasks/netstandard2.0/PolicyAsCode.Reports.dll",
                "tasks/netstandard2.0/YamlDotNet.dll",
            ],
            feed.Content("PolicyAsCode"));

    [Fact]
    public void The_package_for_EF_Core_holds_exactly_this_and_depends_on_the_other()
    {
        const string package = "PolicyAsCode.EntityFrameworkCore";

        Assert.Equal(
            [
                "PolicyAsCode.EntityFrameworkCore.nuspec",
                "README.md",
                "lib/net10.0/PolicyAsCode.EntityFrameworkCore.dll",
                "lib/net10.0/PolicyAsCode.EntityFrameworkCore.xml",
            ],
            feed.Content(package));
        var nuspec = feed.Read(package, $"{package}.nuspec");
        Assert.Contains($"""<dependency id="PolicyAsCode" version="{feed.Version}" include="All" />""", nuspec);
        Assert.DoesNotContain("PolicyAsCode.Annotations", nuspec);
    }

    [Fact]
    public void The_package_for_Quartz_holds_exactly_this()
    {
        const string package = "PolicyAsCode.Quartz";

        Assert.Equal(
            ["PolicyAsCode.Quartz.nuspec", "README.md", "lib/net10.0/PolicyAsCode.Quartz.dll", "lib/net10.0/PolicyAsCode.Quartz.xml"],
            feed.Content(package));
        Assert.Contains("<dependency id=\"PolicyAsCode.EntityFrameworkCore\"", feed.Read(package, $"{package}.nuspec"));
    }

    [Fact]
    public void The_package_for_proofs_holds_exactly_this_and_depends_on_the_run_time()
    {
        const string package = "PolicyAsCode.EntityFrameworkCore.Testing";

        Assert.Equal(
            [
                "PolicyAsCode.EntityFrameworkCore.Testing.nuspec",
                "README.md",
                "lib/net10.0/PolicyAsCode.EntityFrameworkCore.Testing.dll",
                "lib/net10.0/PolicyAsCode.EntityFrameworkCore.Testing.xml",
            ],
            feed.Content(package));
        Assert.Contains(
            $"""<dependency id="PolicyAsCode.EntityFrameworkCore" version="{feed.Version}" include="All" />""",
            feed.Read(package, $"{package}.nuspec"));
    }

    [Fact]
    public void The_package_depends_on_nothing_and_reaches_the_users_compilation()
    {
        var nuspec = feed.Read("PolicyAsCode", "PolicyAsCode.nuspec");

        Assert.DoesNotContain("<dependency ", nuspec);
        Assert.DoesNotContain("developmentDependency", nuspec);
    }
}
