using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using OChat.Data;
using OChat.Ordering;

namespace OChat.Assistant;

/// <summary>
/// Answers a shop's customers and manages their orders, by a language model [OCHAT-2.1, OCHAT-2.3]. A prompt is a disclosure to
/// whoever runs the model: it carries what was said, ordered and liked, with names and addresses replaced, and nothing else
/// [OCHAT-4.1].
/// </summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class ShopAssistant(
    OChatContext ochat, IChatClient model, OrderDesk desk, OrderTools tools, TimeProvider time, ILogger<ShopAssistant> log)
{
    private const int MostTurns = 12;
    private const int MostCalls = 3;

    public async Task<ChatTurnView> AnswerAsync(Guid customerId, ChatForm said, CancellationToken cancel)
    {
        var customer = await ochat.Customers.SingleAsync(known => known.Id == customerId, cancel);
        var conversation = await ConversationAsync(customerId, cancel);
        var addresses = await ochat.Deliveries.Where(delivery => delivery.Order!.CustomerId == customerId && delivery.Address != null)
            .Select(delivery => delivery.Address!).ToListAsync(cancel);
        var placeholders = new Placeholders(customer.Name, customer.Email, customer.Phone, addresses);
        var prompt = await PromptAsync(customer.OrderPageId, customerId, cancel);
        foreach (var turn in await LastTurnsAsync(conversation.Id, cancel))
            prompt.Add(new(turn.ByAssistant ? ChatRole.Assistant : ChatRole.User, placeholders.Conceal(turn.Text)));
        prompt.Add(new(ChatRole.User, placeholders.Conceal(said.Text)));

        var answer = placeholders.Reveal(await AskAsync(customerId, prompt, cancel));

        var now = time.GetUtcNow();
        customer.LastActivityAt = now;
        var reply = new ChatTurn { Id = Guid.NewGuid(), ConversationId = conversation.Id, ByAssistant = true, Text = answer, At = now.AddTicks(10) };
        ochat.ChatTurns.AddRange(new ChatTurn { Id = Guid.NewGuid(), ConversationId = conversation.Id, Text = said.Text, At = now }, reply);
        await ochat.SaveChangesAsync(cancel);
        log.LogInformation("Answered in conversation {ConversationId}", conversation.Id);
        return new ChatTurnView { ByAssistant = true, Text = answer, At = reply.At };
    }

    /// <summary>What was said so far.</summary>
    public Task<List<ChatTurnView>> HistoryAsync(Guid customerId, CancellationToken cancel) =>
        ochat.ChatTurns.Where(turn => turn.Conversation!.CustomerId == customerId)
            .OrderBy(turn => turn.At)
            .Select(turn => new ChatTurnView { ByAssistant = turn.ByAssistant, Text = turn.Text, At = turn.At })
            .ToListAsync(cancel);

    /// <summary>Asks the model, does what it asks for with orders, and asks again with the outcome.</summary>
    private async Task<string> AskAsync(Guid customerId, List<ChatMessage> prompt, CancellationToken cancel)
    {
        var done = new List<string>();
        for (var calls = 0; ; calls++)
        {
            ChatResponse response;
            try
            {
                response = await model.GetResponseAsync(prompt, OrderTools.Offered, cancel);
            }
            // It cannot be reached, does not answer in time, or answers what nobody can read: each client has its own exceptions for it.
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                // What was done for the customer is done, and they are told of it without the model's words.
                return done.Count > 0 ? string.Join(' ', done) : throw new AssistantAwayException(error);
            }

            var wanted = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            if (wanted.Count == 0 || calls == MostCalls)
                return response.Text;

            prompt.AddRange(response.Messages);
            foreach (var call in wanted)
            {
                done.Add(await tools.CallAsync(customerId, call, cancel));
                prompt.Add(new(ChatRole.Tool, [new FunctionResultContent(call.CallId, done[^1])]));
            }
        }
    }

    private async Task<List<ChatMessage>> PromptAsync(int orderPageId, Guid customerId, CancellationToken cancel)
    {
        var page = await ochat.OrderPages.AsNoTracking().Include(known => known.Products).SingleAsync(known => known.Id == orderPageId, cancel);
        var orders = await desk.OfCustomerAsync(customerId, cancel);
        var likes = await ochat.Preferences.Where(known => known.CustomerId == customerId).Select(known => known.Likes).ToListAsync(cancel);
        return
        [
            new(ChatRole.System, $"You answer for the shop {page.Title}. Words in brackets, such as [NAME], stand for what you are not told: repeat them as they are."),
            new(ChatRole.System, "Products:\n" + string.Join('\n', page.Products.Select(product => $"{product.Sku}: {product.Title}, Rp {product.PriceRupiah}"))),
            new(ChatRole.System, "Orders:\n" + string.Join('\n', orders.Select(order => $"{order.Number}: {order.Status}, Rp {order.TotalRupiah}, {string.Join(" and ", order.Products)}"))),
            new(ChatRole.System, "Likes:\n" + string.Join('\n', likes)),
        ];
    }

    private async Task<Conversation> ConversationAsync(Guid customerId, CancellationToken cancel)
    {
        var conversation = await ochat.Conversations.SingleOrDefaultAsync(known => known.CustomerId == customerId, cancel);
        if (conversation is null)
            ochat.Conversations.Add(conversation = new Conversation { Id = Guid.NewGuid(), CustomerId = customerId });
        return conversation;
    }

    private async Task<List<ChatTurn>> LastTurnsAsync(Guid conversationId, CancellationToken cancel)
    {
        var turns = await ochat.ChatTurns.AsNoTracking()
            .Where(turn => turn.ConversationId == conversationId)
            .OrderByDescending(turn => turn.At).Take(MostTurns)
            .ToListAsync(cancel);
        turns.Reverse();
        return turns;
    }
}
