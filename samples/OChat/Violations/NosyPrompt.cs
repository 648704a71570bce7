using Microsoft.Extensions.AI;
using OChat.Assistant;
using OChat.Data;

namespace OChat.Violations;

/// <summary>Tells the model who is asking. A prompt is a disclosure to whoever runs the model.</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class NosyPrompt(IChatClient model)
{
    public Task ByNameAsync(Customer customer, ChatForm said) =>
        model.GetResponseAsync($"{customer.Name} asks: {said.Text}"); // expect: PAC3006 OCHAT-4.1

    public Task InAListAsync(Customer customer)
    {
        var prompt = new List<ChatMessage> { new(ChatRole.System, "You answer for a shop.") };
        prompt.Add(new(ChatRole.User, $"Call me at {customer.Phone}"));
        return model.GetResponseAsync(prompt); // expect: PAC3006 OCHAT-4.1
    }

    public Task WithTheAddressAsync(Order order) =>
        model.GetResponseAsync($"Order {order.Number} goes to {order.Delivery!.Address}"); // expect: PAC3006 OCHAT-4.1

    public Task CleanAsync(Customer customer, ChatForm said) =>
        model.GetResponseAsync(new Placeholders(customer.Name, customer.Email, customer.Phone).Conceal(said.Text));
}
