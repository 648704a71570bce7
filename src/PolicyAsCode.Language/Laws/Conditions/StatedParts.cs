using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>What a law can ask a policy to tell people. Another part is another entry here.</summary>
internal static class StatedParts
{
    /// <summary>All of them, by the word that law packs write.</summary>
    public static IReadOnlyDictionary<string, StatedPart> All { get; } =
        new Dictionary<string, StatedPart>(StringComparer.Ordinal)
        {
            ["contact"] = OfController(Message.Of("Laws.MendContact"), Message.Of("Laws.NoContact"),
                (policy, _) => policy is
                {
                    Controller: { Email: null, Phone: null, Address: null },
                    Contact: null or { Email: null, Phone: null, Address: null },
                },
                statement => statement is ContactStatement),
            ["officer"] = OfController(Message.Of("Laws.MendOfficer"), Message.Of("Laws.NoOfficer"),
                (policy, _) => policy.Controller.Officer is null),
            ["representative"] = OfController(Message.Of("Laws.MendRepresentative"), Message.Of("Laws.NoRepresentative"),
                (policy, law) => policy.Controller is { Representative: null, Region: { } region }
                    && !law.HoldsIn(region)),
            ["breach-contact"] = OfController(Message.Of("Laws.MendBreachContact"), Message.Of("Laws.NoBreachContact"),
                (policy, _) => policy.Controller.BreachContact is null),
            ["interest"] = OfEach<PurposeStatement>(Message.Of("Laws.MendInterest"), policy => policy.Purposes,
                purpose => purpose.Basis == LawfulBasis.LegitimateInterests,
                purpose => purpose.Interest is null, purpose => Message.Of("Laws.NoInterest", purpose.Purpose.Key)),
            ["subjects"] = OfEach<DataStatement>(Message.Of("Laws.MendSubjects"), policy => policy.Data,
                _ => true, data => data.Subjects.IsEmpty, data => Message.Of("Laws.NoSubjects", data.Category.Key)),
            ["source"] = OfEach<SourceStatement>(Message.Of("Laws.MendSource"), policy => policy.Sources,
                _ => true, source => source.From is null, source => Message.Of("Laws.NoSource", source.Source.Key)),
        };

    private static StatedPart OfController(
        Message mend, Message what, Func<PolicyModel, LawPack, bool> isMissing, Func<Statement, bool>? bearsOn = null) =>
        new(
            check =>
            {
                if (isMissing(check.Policy, check.Law))
                    check.NotMet(check.Policy.Controller.Location, what, mend);
            },
            bearsOn ?? (_ => false));

    private static StatedPart OfEach<T>(
        Message mend, Func<PolicyModel, IEnumerable<T>> all, Func<T, bool> isAsked, Func<T, bool> isMissing,
        Func<T, Message> what) where T : Statement =>
        new(
            check =>
            {
                foreach (var one in all(check.Policy))
                    if (isAsked(one) && isMissing(one))
                        check.NotMet(one.Location, what(one), mend);
            },
            statement => statement is T one && isAsked(one));
}
