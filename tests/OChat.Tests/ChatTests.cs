using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OChat.Tests;

/// <summary>A customer talks with the assistant: it answers, manages orders, and the model learns nobody's name.</summary>
public sealed class ChatTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases))]
    [Trait("Clause", "OCHAT-4.1"), Trait("Clause", "OCHAT-2.1"), Trait("Clause", "OCHAT-3.1")]
    public async Task The_assistant_manages_orders_and_is_told_what_was_said_and_not_by_whom(string provider)
    {
        await using var ochat = new OChatFactory(provider);
        var nyoman = await ochat.CustomerAsync("Nyoman Sukerta", "nyoman@contoh.example", "0812-7777-8888");
        var placed = await nyoman.PostAsJsonAsync(
            "/orders", new { lines = new[] { new { sku = "GAYO", quantity = 1 } }, deliverTo = "Jl. Hanoman 2, Ubud" });
        var number = (await placed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;

        Assert.Contains($"Nyoman Sukerta, your order {number} is Placed", await SayAsync(nyoman, "This is Nyoman, where is my order?"));
        Assert.Contains("is placed: Rp 184000", await SayAsync(nyoman, "2 TORAJA please. Call me: 0812 7777 8888."));
        Assert.Contains("is cancelled", await SayAsync(nyoman, $"Cancel {number} please, says sukerta"));
        Assert.Contains("wayan@contoh.example", await SayAsync(nyoman, "Please write to wayan@contoh.example as well"));
        Assert.Contains("Noted", await SayAsync(nyoman, "I like light roasts"));
        await SayAsync(nyoman, "Send it to my address, Jl. Hanoman 2, Ubud please. Call (0812) 7777-8888 or 0812/7777/8888.");

        var orders = await nyoman.GetFromJsonAsync<JsonElement>("/orders");
        Assert.Equal(["Placed", "Cancelled"], orders.EnumerateArray().Select(order => order.GetProperty("status").GetString()));
        Assert.Contains(ochat.Prompts, prompt => prompt.Contains("This is [NAME], where is my order?", StringComparison.Ordinal));
        Assert.Contains(ochat.Prompts, prompt => prompt.Contains(number, StringComparison.Ordinal));
        string[] traces = ["Nyoman", "Sukerta", "contoh.example", "7777", "Hanoman"];
        foreach (var trace in traces)
        {
            Assert.DoesNotContain(ochat.Prompts, prompt => prompt.Contains(trace, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(ochat.Log.Lines, line => line.Contains(trace, StringComparison.OrdinalIgnoreCase));
        }

        // What was said is shown to who said it, and sealed where it lies.
        Assert.Contains("This is Nyoman", await nyoman.GetStringAsync("/chat"));
        var everything = await ochat.Database.EverythingAsync();
        foreach (var trace in traces)
            Assert.DoesNotContain(everything, value => value.Contains(trace, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_customer_sees_their_own_and_nothing_else()
    {
        await using var ochat = new OChatFactory(TestDatabase.Sqlite);
        var ayu = await ochat.CustomerAsync("Ayu Lestari");
        var budi = await ochat.CustomerAsync("Budi Santoso");
        await SayAsync(ayu, "Something that only Ayu said");

        Assert.Equal("[]", await budi.GetStringAsync("/chat"));
        Assert.Equal("[]", await budi.GetStringAsync("/orders"));
        Assert.Equal(HttpStatusCode.Forbidden, (await budi.GetAsync("/shop/orders")).StatusCode);
    }

    private static async Task<string> SayAsync(HttpClient customer, string text)
    {
        var answer = await customer.PostAsJsonAsync("/chat", new { text });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString()!;
    }
}
