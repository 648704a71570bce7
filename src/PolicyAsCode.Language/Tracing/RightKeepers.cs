using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tracing;

/// <summary>
/// What keeps a right: the generated operation that does what was asked for, the steps of a request at run time (each of
/// which serves by what the statement says), and the rules that have code ask first.
/// </summary>
public static class RightKeepers
{
    /// <summary>Generated code that erases one person's data, such as <c>EraseCustomerAsync</c>.</summary>
    public const string Erase = "Erase…Async";

    /// <summary>Generated code that writes the copy of one person's data, such as <c>ExportCustomerAsync</c>.</summary>
    public const string Export = "Export…Async";

    /// <summary>Generated code that puts fields right, all or none.</summary>
    public const string Correct = "CorrectAsync";

    /// <summary>The gate that closes where use is restricted.</summary>
    public const string IsUnrestricted = "IsUnrestrictedAsync";

    /// <summary>The gate that closes where the person objected.</summary>
    public const string HasNotObjected = "HasNotObjectedAsync";

    /// <summary>Takes consents back.</summary>
    public const string Withdraw = "WithdrawAsync";

    /// <summary>The gate that closes where no consent stands.</summary>
    public const string IsGiven = "IsGivenAsync";

    /// <summary>Looks at the proof of who asks; nothing runs before it.</summary>
    public const string VerifyIdentity = "VerifyIdentityAsync";

    /// <summary>Tells the person what comes next, and by when.</summary>
    public const string Confirm = "ConfirmAsync";

    /// <summary>Lists what is late by the stated time.</summary>
    public const string Overdue = "OverdueAsync";

    /// <summary>Makes the time longer, as far as is stated, and tells the person why and until when.</summary>
    public const string Extend = "ExtendAsync";

    /// <summary>Does what was asked for; where it is to be weighed, not without the name of whoever did.</summary>
    public const string Execute = "ExecuteAsync";

    /// <summary>Sends what people are told.</summary>
    public const string Dispatch = "DispatchAsync";

    /// <summary>The rules and operations that keep a right; empty for one that no program serves.</summary>
    /// <param name="right">The right.</param>
    /// <param name="policy">Its policy: what it asks of code depends on its purposes and recipients.</param>
    public static ImmutableArray<string> Of(RightStatement right, PolicyModel policy)
    {
        ImmutableArray<string> served = right.Right switch
        {
            "erasure" => ["PAC2008", "PAC4003", "PAC4004", "PAC4005", "PAC4006", "PAC4007", Erase],
            "access" or "portability" => [Export],
            "rectification" => [Correct],
            "restriction" => [.. AsksForObjection(policy), IsUnrestricted],
            "objection" => [.. AsksForObjection(policy), HasNotObjected],
            "withdraw-consent" => [.. AsksForConsent(policy), Withdraw, IsGiven],
            _ => [],
        };
        return served.IsEmpty ? served : [.. served, .. Steps(right)];
    }

    private static IEnumerable<string> Steps(RightStatement right)
    {
        if (right.VerifyIdentity)
            yield return VerifyIdentity;
        if (right.Confirm || right.OfferExport || right.Starts == RightStart.Confirmation)
            yield return Confirm;
        if (right.Within is not null)
            yield return Overdue;
        if (right.Extension is not null)
            yield return Extend;
        if (right.IsEvaluated)
            yield return Execute;
        if (!right.Notify.IsEmpty)
            yield return Dispatch;
    }

    // The rule asks where the policy lets people object, or hands data on only after that: otherwise it reports nothing.
    private static IEnumerable<string> AsksForObjection(PolicyModel policy) =>
        policy.Purposes.Any(one => one.Objection == true)
            || policy.Recipients.Any(one => one.After?.Key is "no-objection" or "no-restriction")
            ? ["PAC3004"]
            : [];

    private static IEnumerable<string> AsksForConsent(PolicyModel policy) =>
        policy.Purposes.Any(one => one.Basis == LawfulBasis.Consent)
            || policy.Recipients.Any(one => one.After?.Key == "consent")
            ? ["PAC3003"]
            : [];
}
