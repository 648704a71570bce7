using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using OChat.Data;
using OChat.Ordering;

namespace OChat.Assistant;

/// <summary>
/// What a model may do with a customer's orders. It never learns where they go: an order of the chat goes where the last one
/// went.
/// </summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class OrderTools(OChatContext ochat, OrderDesk desk)
{
    public const string PlaceOrder = "place_order";
    public const string CancelOrder = "cancel_order";
    public const string NotePreference = "note_preference";

    /// <summary>What a model is told that it may ask for, whichever model it is.</summary>
    public static ChatOptions Offered { get; } = new()
    {
        Tools =
        [
            Declared(PlaceOrder, "Orders so many of a product for the customer.", """
                { "type": "object", "properties": { "sku": { "type": "string" }, "quantity": { "type": "integer" } }, "required": ["sku", "quantity"] }
                """),
            Declared(CancelOrder, "Cancels an order of the customer that is not on its way.", """
                { "type": "object", "properties": { "number": { "type": "string" } }, "required": ["number"] }
                """),
            Declared(NotePreference, "Keeps what the customer says that they like.", """
                { "type": "object", "properties": { "likes": { "type": "string" } }, "required": ["likes"] }
                """),
        ],
    };

    /// <summary>The outcome, in words for the model.</summary>
    public async Task<string> CallAsync(Guid customerId, FunctionCallContent call, CancellationToken cancel) => call.Name switch
    {
        PlaceOrder => await PlaceAsync(customerId, Argument(call, "sku"), Argument(call, "quantity"), cancel),
        CancelOrder => await desk.CancelAsync(customerId, Argument(call, "number"), cancel)
            ? "The order is cancelled."
            : "There is no such order that could still be cancelled.",
        NotePreference => await NoteAsync(customerId, Argument(call, "likes"), cancel),
        _ => "There is no such tool.",
    };

    private async Task<string> PlaceAsync(Guid customerId, string sku, string quantity, CancellationToken cancel)
    {
        var address = await ochat.Deliveries
            .Where(delivery => delivery.Order!.CustomerId == customerId)
            .OrderByDescending(delivery => delivery.Order!.PlacedAt)
            .Select(delivery => delivery.Address)
            .FirstOrDefaultAsync(cancel);
        if (address is null)
            return "The first order is placed on the order page, where the address is asked for.";

        var form = new OrderForm
        {
            DeliverTo = address,
            Lines = [new() { Sku = sku, Quantity = int.TryParse(quantity, CultureInfo.InvariantCulture, out var many) ? many : 0 }],
        };
        return await desk.PlaceAsync(customerId, form, cancel) is { } order
            ? $"Order {order.Number} is placed: Rp {order.TotalRupiah}."
            : "There is no such product, or not as many.";
    }

    private async Task<string> NoteAsync(Guid customerId, string likes, CancellationToken cancel)
    {
        ochat.Preferences.Add(new ProductPreference { Id = Guid.NewGuid(), CustomerId = customerId, Likes = likes });
        await ochat.SaveChangesAsync(cancel);
        return "Noted.";
    }

    private static AIFunctionDeclaration Declared(string name, string description, string arguments) =>
        AIFunctionFactory.CreateDeclaration(name, description, JsonElement.Parse(arguments));

    private static string Argument(FunctionCallContent call, string name) =>
        call.Arguments?.TryGetValue(name, out var value) == true ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";
}
