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
            foreach (var one in category)
                Check(all, one, context);
        }
        foreach (var one in recipients)
            Check(never, one, context);
    }

    private static void Check(ImmutableArray<Prohibition> all, BoundData data, BindingContext context)
    {
        if (all.IsEmpty)
            return;
        var category = data.Statement.Category;
        Report(all, data.Statement.Location, Message.Of("Checks.IsCollected", category), context,
            never => never is { Action: "collect", Purpose: null, Recipient: null }
                && Includes(never.Category, category));
        if (data.Statement.Keep is { NeverStored: false } keep)
            Report(all, keep.Location, Message.Of("Checks.IsKept", category), context,
                never => never is { Action: "store", Purpose: null, Recipient: null }
                    && Includes(never.Category, category));
        foreach (var (purpose, location) in data.Purposes)
            Report(all, location, Message.Of("Checks.IsFor", category, purpose), context,
                never => never is { Action: "use", Recipient: null } && Includes(never.Category, category)
                    && Includes(never.Purpose, purpose));
    }

    private static void Check(ProhibitionIndex all, BoundRecipient recipient, BindingContext context)
    {
        var statement = recipient.Statement;
        foreach (var (category, location) in recipient.Receives)
            Report(all.Of(category), location, Message.Of("Checks.Receives", statement.Recipient, category), context,
                never => (never.Action == "disclose" || never.Action == SaleOf(statement.Action))
                    && Includes(never.Category, category)
                    && Includes(never.Recipient, statement.Recipient)
                    && statement.Purposes.All(purpose => Includes(never.Purpose, purpose)));
    }

    private static string? SaleOf(RecipientAction action) => action switch
    {
        RecipientAction.Sell => "sell",
        RecipientAction.Rent => "rent",
        RecipientAction.Trade => "trade",
        _ => null,
    };

    private static bool Includes(Term? broad, Term narrow) => broad is null || narrow.IsWithin(broad);

    private static void Report(
        ImmutableArray<Prohibition> all,
        FileLocation grant,
        Message what,
        BindingContext context,
        Func<Prohibition, bool> forbids)
    {
        if (all.FirstOrDefault(forbids) is not { } never)
            return;
        context.Report(PolicyRules.GrantForbidden, grant,
            Message.Of("Checks.GrantForbidden", what, Place(never.Location, grant), Written(never)));
    }

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
        + " }";
}
