using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Checks;

/// <summary>
/// PAC1009: a grant that a <c>never</c> forbids altogether says the opposite of it. A grant that a <c>never</c> only
/// narrows is an exception, and fine. Each grant is reported once, with the first <c>never</c> that forbids it.
/// </summary>
internal static class ProhibitionCheck
{
    /// <summary>Compares all grants with all prohibitions.</summary>
    public static void Run(
        PolicyModel policy,
        ImmutableArray<BoundData> data,
        ImmutableArray<BoundRecipient> recipients,
        BindingContext context)
    {
        if (policy.Never.IsEmpty)
            return;
        var never = new ProhibitionIndex(policy.Never);
        foreach (var category in data.GroupBy(one => one.Statement.Category))
        {
            var all = never.Of(category.Key);
            if (all.IsEmpty)
                continue;
            foreach (var one in category)
                Check(all, one, context);
        }
        foreach (var one in recipients)
            Check(never, one, context);
    }

    // All of them forbid something of the category.
    private static void Check(ImmutableArray<Prohibition> all, BoundData data, BindingContext context)
    {
        var category = data.Statement.Category;
        if (First(all, "collect", null) is { } notCollected)
            Report(notCollected, data.Statement.Location, Message.Of("Checks.IsCollected", category), context);
        if (data.Statement.Keep is { NeverStored: false } keep && First(all, "store", null) is { } notStored)
            Report(notStored, keep.Location, Message.Of("Checks.IsKept", category), context);
        foreach (var purpose in data.Statement.Purposes)
            if (First(all, "use", purpose) is { } notUsed)
                Report(notUsed, data.PlaceOf(purpose), Message.Of("Checks.IsFor", category, purpose), context);
    }

    private static void Check(ProhibitionIndex all, BoundRecipient recipient, BindingContext context)
    {
        var statement = recipient.Statement;
        foreach (var received in recipient.Receives)
            foreach (var never in all.Of(received.Value))
                if ((never.Action == "disclose" || never.Action == SaleOf(statement.Action))
                    && Includes(never.Recipient, statement.Recipient)
                    && statement.Purposes.All(purpose => Includes(never.Purpose, purpose)))
                {
                    Report(never, received.Location,
                        Message.Of("Checks.Receives", statement.Recipient, received.Value), context);
                    break;
                }
    }

    // The first that forbids it to everybody: for the purpose, or whatever the purpose.
    private static Prohibition? First(ImmutableArray<Prohibition> all, string action, Term? purpose)
    {
        foreach (var never in all)
            if (never.Action == action && never.Recipient is null
                && (never.Purpose is null || purpose?.IsWithin(never.Purpose) == true))
                return never;
        return null;
    }

    private static string? SaleOf(RecipientAction action) => action switch
    {
        RecipientAction.Sell => "sell",
        RecipientAction.Rent => "rent",
        RecipientAction.Trade => "trade",
        _ => null,
    };

    private static bool Includes(Term? broad, Term narrow) => broad is null || narrow.IsWithin(broad);

    private static void Report(Prohibition never, FileLocation grant, Message what, BindingContext context) =>
        context.Report(PolicyRules.GrantForbidden, grant,
            Message.Of("Checks.GrantForbidden", what, Place(never.Location, grant), Written(never)));

    private static Message Place(FileLocation never, FileLocation grant)
    {
        var line = never.Range.Start.Line + 1;
        return never.Path == grant.Path
            ? Message.Of("Composition.Line", line)
            : Message.Of("Composition.LineOfFile", line, never.Path.Substring(never.Path.LastIndexOfAny(['/', '\\']) + 1));
    }

    private static string Written(Prohibition never) =>
        $"{{ action: {never.Action}"
        + (never.Category is { } category ? $", data: {category}" : "")
        + (never.Recipient is { } recipient ? $", to: {recipient}" : "")
        + (never.Purpose is { } purpose ? $", for: {purpose}" : "")
        + " }"
        + (never.Clauses.IsEmpty ? "" : $" [{string.Join(", ", never.Clauses)}]");
}
