using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Checks;

/// <summary>
/// PAC1009: a grant that a <c>never</c> forbids altogether says the opposite of it. A grant that a <c>never</c> only
/// narrows is an exception, and fine.
/// </summary>
internal static class ProhibitionCheck
{
    /// <summary>Compares all grants with all prohibitions.</summary>
    public static void Run(
        PolicyModel policy, ImmutableArray<BoundData> data, ImmutableArray<BoundRecipient> recipients, BindingContext context)
    {
        foreach (var never in policy.Never)
        {
            foreach (var one in data)
                Check(never, one, context);
            foreach (var one in recipients)
                Check(never, one, context);
        }
    }

    private static void Check(Prohibition never, BoundData data, BindingContext context)
    {
        var statement = data.Statement;
        if (never.Category is { } category && !statement.Category.IsWithin(category))
            return;
        switch (never.Action)
        {
            case "collect" when never.Purpose is null && never.Recipient is null:
                Report(never, statement.Location, $"'{statement.Category}' is stated as collected", context);
                break;
            case "store" when never.Purpose is null && statement.Keep is { NeverStored: false } keep:
                Report(never, keep.Location, $"'{statement.Category}' is kept", context);
                break;
            case "use":
                foreach (var (purpose, location) in data.Purposes)
                    if (never.Purpose is null || purpose.IsWithin(never.Purpose))
                        Report(never, location, $"'{statement.Category}' is for {purpose}", context);
                break;
        }
    }

    private static void Check(Prohibition never, BoundRecipient recipient, BindingContext context)
    {
        var statement = recipient.Statement;
        if (never.Action != "disclose"
            || (never.Recipient is { } who && !statement.Recipient.IsWithin(who))
            || (never.Purpose is { } what && !recipient.Purposes.All(purpose => purpose.Value.IsWithin(what))))
            return;
        foreach (var (category, location) in recipient.Receives)
            if (never.Category is null || category.IsWithin(never.Category))
                Report(never, location, $"'{statement.Recipient}' receives '{category}'", context);
    }

    private static void Report(Prohibition never, FileLocation grant, string what, BindingContext context) =>
        context.Report(PolicyRules.GrantForbidden, grant,
            $"{what}, but line {never.Location.Range.Start.Line + 1} says: never {never.Action}"
            + (never.Category is { } category ? $" {category}" : "")
            + (never.Recipient is { } recipient ? $" to {recipient}" : "")
            + (never.Purpose is { } purpose ? $" for {purpose}" : "")
            + ". A 'never' beats every grant: remove one of the two.");
}
