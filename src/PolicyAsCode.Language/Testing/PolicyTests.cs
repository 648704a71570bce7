using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Testing;

/// <summary>Asks a policy what its officer expects of it, and compares.</summary>
public static class PolicyTests
{
    /// <summary>Asks every question that stands beside a policy; nothing where no policy could be read.</summary>
    public static ImmutableArray<TestResult> Run(CompiledPolicy compiled) =>
        compiled.Model is { } policy ? Run(policy, compiled.Tests) : [];

    /// <summary>Asks a policy some questions.</summary>
    public static ImmutableArray<TestResult> Run(PolicyModel policy, IEnumerable<Expectation> expectations)
    {
        var asked = new QuestionAnswerer(new PolicyEvaluator(policy));
        return expectations.Select(expectation => Judge(expectation, asked)).ToImmutableArray();
    }

    /// <summary>What is wrong, for an expectation that the policy does not meet.</summary>
    public static Message Describe(TestResult failed)
    {
        var reason = failed.Decided is { } decided
            ? Message.Of("Tests.ReasonAt", failed.Reason, FileNameOf(decided.Path), decided.Range.Start.Line + 1)
            : failed.Reason;
        return failed.Expectation.Question is KeepQuestion or RightQuestion
            ? Message.Of("Tests.NotAsExpected", reason)
            : Message.Of("Tests.Unexpected", Word(failed.Expectation.Answer), Word(failed.Answer), reason);
    }

    private static TestResult Judge(Expectation expectation, QuestionAnswerer asked)
    {
        var given = asked.Answer(expectation.Question);
        // 'contact is refused' is not true where contact.email is allowed.
        if (expectation.Answer != Answer.Allowed && given.Answer != Answer.Allowed
            && asked.AllowedPart(expectation.Question) is { } part)
            given = part;
        return new(expectation, given.Answer, given.Answer == expectation.Answer, given.Because, given.Reason);
    }

    private static Message Word(Answer answer) => answer switch
    {
        Answer.Allowed => Message.Of("Tests.Allowed"),
        Answer.Refused => Message.Of("Tests.Refused"),
        _ => Message.Of("Tests.Unknown"),
    };

    private static string FileNameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
