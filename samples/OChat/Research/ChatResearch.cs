using Microsoft.EntityFrameworkCore;
using OChat.Assistant;
using OChat.Data;
using OChat.Usage;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Research;

/// <summary>Studies what customers ask, without knowing who asked, of those who have not objected, and had nothing restricted [OCHAT-2.6].</summary>
[Purpose(Purposes.Research)]
public sealed class ChatResearch(OChatContext ochat, IRestrictions restrictions, Pseudonyms pseudonyms)
{
    public async Task<IReadOnlyList<PseudonymousTurn>> QuestionsAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var turns = await ochat.ChatTurns.AsNoTracking().Include(turn => turn.Conversation!.Customer)
            .Where(turn => turn.At >= since && !turn.ByAssistant)
            .OrderBy(turn => turn.At)
            .ToListAsync(cancel);
        var studied = new List<PseudonymousTurn>();
        foreach (var turn in turns)
            if (await restrictions.HasNotObjectedAsync(
                    Subjects.Customer, turn.Conversation!.CustomerId.ToString(), Purposes.Research, cancel)
                && await restrictions.IsUnrestrictedAsync(
                    Subjects.Customer, turn.Conversation!.CustomerId.ToString(), Purposes.Research, cancel))
                studied.Add(Pseudonymised(turn, await NamesAsync(turn.Conversation, cancel)));
        return studied;
    }

    [Anonymises(DataForm.Pseudonymised)]
    private PseudonymousTurn Pseudonymised(ChatTurn turn, Placeholders names) => new()
    {
        Who = pseudonyms.Of(turn.Conversation!.CustomerId),
        Text = names.Conceal(turn.Text),
    };

    // What is looked for in the text so that it can be taken out: the one use of a name or an address here.
    [Purpose(Purposes.ServiceProvision)]
    private async Task<Placeholders> NamesAsync(Conversation conversation, CancellationToken cancel)
    {
        var addresses = await ochat.Deliveries.AsNoTracking()
            .Where(delivery => delivery.Order!.CustomerId == conversation.CustomerId && delivery.Address != null)
            .Select(delivery => delivery.Address!).ToListAsync(cancel);
        return new(conversation.Customer?.Name, conversation.Customer?.Email, conversation.Customer?.Phone, addresses);
    }
}
