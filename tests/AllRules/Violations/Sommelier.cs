using Microsoft.Extensions.AI;

namespace Cellar.Violations;

/// <summary>PAC3012: a model answers customers, and the policy knows of no one who runs it.</summary>
[Purpose(Purposes.Communication)]
public sealed class Sommelier(IChatClient chat)
{
    public Task<ChatResponse> Answer(Customer customer, string question) =>
        chat.GetResponseAsync($"{customer.Name} asks: {question}"); // expect: PAC3012

    public Task<ChatResponse> CleanAnswer(string question) => chat.GetResponseAsync($"A customer asks: {question}");
}
