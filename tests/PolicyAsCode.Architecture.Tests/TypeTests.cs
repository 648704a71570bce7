using System.Xml.Linq;

namespace PolicyAsCode.Architecture.Tests;

/// <summary>How types are declared.</summary>
public sealed class TypeTests
{
    public static TheoryData<string> Names =>
        new(SourceProject.All.Select(project => project.Name).Where(name => name != "PolicyAsCode"));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_class_is_sealed_where_nothing_of_ours_derives_from_it(string name)
    {
        using var assembly = new AssemblyFile(Project(name).Assembly);
        var types = assembly.Types.ToList();
        Assert.NotEmpty(types);
        var bases = types.Select(type => type.Base).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(types.Where(type => type.IsOpen && !bases.Contains(type.Name)).Select(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_public_type_is_documented(string name)
    {
        var documented = XDocument.Load(Path.ChangeExtension(Project(name).Assembly, ".xml"))
            .Descendants("member")
            .Where(member => member.Descendants("summary").Any() || member.Descendants("inheritdoc").Any())
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        using var assembly = new AssemblyFile(Project(name).Assembly);

        Assert.Empty(assembly.Types.Where(type => type.IsPublic).Select(type => "T:" + type.Name).Except(documented));
    }

    private static SourceProject Project(string name) => SourceProject.All.Single(project => project.Name == name);
}
