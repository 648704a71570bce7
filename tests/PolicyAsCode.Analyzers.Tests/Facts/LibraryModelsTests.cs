using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>What the models say of libraries is true of the libraries: each member and parameter that they name exists.</summary>
public sealed class LibraryModelsTests
{
    // In packages that are not referred to here, because they could not be restored or are large; the model says so.
    private static readonly string[] Elsewhere =
    [
        "Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions", "SendGrid.", "FluentEmail.", "Twilio.", "Confluent.Kafka.",
        "Azure.", "StackExchange.Redis.", "FirebaseAdmin.", "Amazon.", "BCrypt.", "Isopoh.",
    ];

    private static readonly Compilation Real = TestCompilation.Create([], isProgram: false);

    /// <summary>All sinks of the models.</summary>
    public static TheoryData<SinkKind, string, string, string[]> All =>
        [.. LibraryModels.BuiltIn.Sinks
            .Where(sink => !Array.Exists(Elsewhere, place => sink.Type.StartsWith(place, StringComparison.Ordinal)))
            .Select(sink => (sink.Kind, sink.Type, sink.Member, sink.Parameters.ToArray()))];

    [Theory]
    [MemberData(nameof(All))]
    public void A_member_that_a_model_names_exists(SinkKind kind, string type, string member, string[] parameters) =>
        AssertExists($"{kind}", type, member, parameters.Where(parameter => parameter != "this"));

    /// <summary>All hashers of the models.</summary>
    public static TheoryData<string, string, string[]> Hashers =>
        [.. LibraryModels.BuiltIn.Hashes
            .Where(hash => !Array.Exists(Elsewhere, place => hash.Type.StartsWith(place, StringComparison.Ordinal)))
            .Select(hash => (hash.Type, hash.Member, hash.Parameters.ToArray()))];

    [Theory]
    [MemberData(nameof(Hashers))]
    public void A_hasher_that_a_model_names_exists(string type, string member, string[] parameters) =>
        AssertExists("hash", type, member, parameters);

    private static void AssertExists(string kind, string type, string member, IEnumerable<string> parameters)
    {
        var known = Real.GetTypeByMetadataName(type);
        Assert.True(known is not null, $"{kind}: {type} is in no assembly.");
        var methods = known.GetMembers(member).OfType<IMethodSymbol>()
            .Where(method => method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected
                or Accessibility.ProtectedOrInternal).ToList();
        Assert.True(methods.Count > 0, $"{kind}: {type} has no {member}.");
        Assert.All(parameters, parameter => Assert.True(
            methods.Any(method => method.Parameters.Any(one => one.Name == parameter)),
            $"{kind}: no {type}.{member} has a parameter {parameter}; there are "
            + string.Join(", ", methods.SelectMany(method => method.Parameters).Select(one => one.Name).Distinct())));
    }

    [Fact]
    public void No_member_is_said_twice_of_one_kind() => Assert.All(
        LibraryModels.BuiltIn.Sinks.GroupBy(sink => (sink.Kind, sink.Type, sink.Member)),
        group => Assert.Single(group));

    [Fact]
    public void A_member_whose_result_a_model_names_exists() => Assert.All(
        LibraryModels.BuiltIn.Results,
        result => Assert.True(
            Real.GetTypeByMetadataName(result.Type)?.GetMembers(result.Member).Length > 0, $"{result.Type}.{result.Member}"));

    [Fact]
    public void A_result_is_said_once() => Assert.All(
        LibraryModels.BuiltIn.Results.GroupBy(result => (result.Type, result.Member)), group => Assert.Single(group));

    [Fact]
    public void A_member_that_a_model_says_holds_data_exists() => Assert.All(
        LibraryModels.BuiltIn.Types,
        type => Assert.All(type.Members, member => Assert.True(
            Real.GetTypeByMetadataName(type.Type)?.GetMembers(member.Member).Length > 0, $"{type.Type}.{member.Member}")));
}
