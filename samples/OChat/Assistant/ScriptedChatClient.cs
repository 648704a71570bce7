using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace OChat.Assistant;

/// <summary>
/// A language model for a machine without one: it follows a script, by nothing but the prompt. It answers how far an order is,
/// orders, cancels, notes what somebody likes, and otherwise says what there is.
/// </summary>
public sealed class ScriptedChatClient : IChatClient
{
    private static readonly Regex s_orderNumber = new(@"OC-\d{6}-\d{4}", RegexOptions.Compiled);

    [DataCategory(Categories.Communication.Chat, Form = DataForm.Pseudonymised)]
    private readonly ConcurrentQueue<string> _prompts = new();

    /// <summary>Everything that this model was ever told: what its provider would know.</summary>
    [DataCategory(Categories.Communication.Chat, Form = DataForm.Pseudonymised)]
    public IReadOnlyCollection<string> Prompts => _prompts;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var prompt = messages.ToList();
        foreach (var message in prompt)
            foreach (var content in message.Contents)
                _prompts.Enqueue(content is FunctionResultContent { Result: var result } ? $"{result}" : $"{content}");
        return Task.FromResult(new ChatResponse(Answer(prompt)));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static ChatMessage Answer(List<ChatMessage> prompt)
    {
        if (prompt[^1] is { Role: var role } last && role == ChatRole.Tool)
            return Say($"{string.Join(' ', last.Contents.OfType<FunctionResultContent>().Select(outcome => outcome.Result))} Anything else, [NAME]?");

        var said = prompt[^1].Text;
        if (s_orderNumber.Match(said) is { Success: true, Value: var number } && Has(said, "cancel"))
            return Call(OrderTools.CancelOrder, ("number", number));
        if (Lines(prompt, "Products:").FirstOrDefault(product => Has(said, product.Split(':')[0])) is { } wanted)
            return Call(OrderTools.PlaceOrder, ("sku", wanted.Split(':')[0]), ("quantity", Quantity(said)));
        if (said.IndexOf("i like ", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            return Call(OrderTools.NotePreference, ("likes", said[(at + "i like ".Length)..].TrimEnd('.', '!')));
        if (Has(said, "where") || Has(said, "status"))
            return Say(Lines(prompt, "Orders:") is [var newest, ..]
                ? $"[NAME], your order {newest.Split(',')[0].Replace(": ", " is ", StringComparison.Ordinal)}."
                : "[NAME], there is no order of yours yet.");
        if (Has(said, "write to") && Regex.Match(said, @"\[EMAIL(?:-\d+)?\]") is { Success: true, Value: var address })
            return Say($"We will write to {address}, [NAME].");
        return Say($"Hello [NAME], we have: {string.Join("; ", Lines(prompt, "Products:"))}.");
    }

    private static List<string> Lines(List<ChatMessage> prompt, string title) =>
        prompt.Where(message => message.Text.StartsWith(title, StringComparison.Ordinal))
            .SelectMany(message => message.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)).ToList();

    private static string Quantity(string said) =>
        Regex.Match(said, @"(?<![\w-])\d{1,2}(?![\w-])") is { Success: true, Value: var many } ? many : "1";

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static ChatMessage Say(string text) => new(ChatRole.Assistant, text);

    private static ChatMessage Call(string tool, params (string Name, string Value)[] arguments) => new(ChatRole.Assistant,
    [
        new FunctionCallContent(
            string.Create(CultureInfo.InvariantCulture, $"call-{tool}"), tool,
            arguments.ToDictionary(argument => argument.Name, object? (argument) => argument.Value)),
    ]);
}
