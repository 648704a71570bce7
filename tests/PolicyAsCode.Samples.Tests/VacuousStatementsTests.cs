using System.Text.RegularExpressions;
using PolicyAsCode.Build.Solution;
using PolicyAsCode.Language.Solution;
using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests;

/// <summary>
/// What the five policies state and their samples have nothing about: each line is known here, with its reason. A statement whose
/// code goes away, and one that gets its code, both show.
/// </summary>
/// <remarks>Asked of the assemblies as they were built, as <c>policy solution</c> and the report do.</remarks>
public sealed partial class VacuousStatementsTests
{
    [Fact]
    public void Everything_that_Alpokats_policy_states_is_in_its_code() => Assert.Empty(Vacuous(Sample.Alpokat));

    [Fact]
    public void Everything_that_Ocis_policy_states_is_in_its_code() => Assert.Empty(Vacuous(Sample.Ocis));

    // Safeguards: what is never done has no code.
    [Fact]
    public void BotBelanja_runs_for_nothing_that_its_policy_forbids() =>
        Assert.Equal(["promotion, never use", "personalisation, never use"], Vacuous(Sample.BotBelanja));

    // Switches of promotion are accounts' settings, and no record of their own; rights are defended by people; whoever runs the
    // servers is handed nothing by code.
    [Fact]
    public void OChat_leaves_three_statements_to_people() => Assert.Equal(
        ["preference.marketing", "rights-protection", "hosting-provider"], Vacuous(Sample.OChat));

    // The shop asks for no day of birth and sets no cookie that tells visitors apart; it has agreed with no partner yet. The
    // policy states what would hold: the folder of violations shows one step past it.
    [Fact]
    public void Jova_Pos_asks_less_than_its_policy_lets_it() => Assert.Equal(
        ["identity.birth-date", "device.cookie-id", "business-partner", "consented-party", "identity, never log"],
        Vacuous(Sample.JovaPos));

    // What each finding quotes: the term, and the prohibition about it.
    private static IEnumerable<string> Vacuous(Sample sample)
    {
        var built = BuiltAssemblies.Read(sample.Assembly, sample.Project, out var mistake);
        Assert.True(built is not null, mistake?.ToString());
        var code = SolutionCode.Of(sample.Whole.Compiled(), [built]);
        Assert.NotEmpty(code.Governed);
        return SolutionQuestions.Ask(code)
            .Where(found => found.Id == "PAC1025")
            .OrderBy(found => found.Location.Range.Start.Line)
            .Select(found => string.Join(", ", Quoted().Matches(found.Message).Select(match => match.Groups["text"].Value)));
    }

    [GeneratedRegex("'(?<text>[^']+)'")]
    private static partial Regex Quoted();
}
