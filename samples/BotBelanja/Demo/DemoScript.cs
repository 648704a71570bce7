using System.Globalization;
using BotBelanja.Analysis;
using BotBelanja.Data;
using BotBelanja.Fulfilment;
using BotBelanja.Ordering;
using BotBelanja.Security;
using BotBelanja.Stock;
using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Demo;

/// <summary>A morning of a coffee shop: told, and checked as it goes.</summary>
internal sealed class DemoScript(IServiceProvider services, DemoClock clock, TextWriter output)
{
    private const int Coffee = 1;
    private bool _well = true;

    public async Task<bool> PlayAsync(CancellationToken cancel)
    {
        await PlaceAsync(cancel);
        await FulfilAsync(cancel);
        await AnalyseAsync(cancel);
        await KeysAsync(cancel);
        await StoredAsync(cancel);
        Say("");
        Say(_well ? "All of it as it should be." : "Something is not as it should be: see 'NOT SO' above.");
        return _well;
    }

    private async Task PlaceAsync(CancellationToken cancel)
    {
        Say("1  Orders: what, how many, when [BOT-1.b, BOT-2.a]");
        var form = new OrderForm(Guid.NewGuid(), [new("KL-GAYO-250", 2), new("KL-KETTLE", 1)]);
        var placed = await InAsync<OrderDesk, Placement>(desk => desk.PlaceAsync(Coffee, form, cancel));
        Say($"   placed    {placed.Order?.Number}, Rp {placed.Order?.TotalRupiah.ToString("N0", CultureInfo.InvariantCulture)}");
        Check("an order is placed", placed is { IsNew: true, Order.Status: OrderStatus.Placed });

        var again = await InAsync<OrderDesk, Placement>(desk => desk.PlaceAsync(Coffee, form, cancel));
        Check("the same request again is the same order, and no second one", again is { IsNew: false } && again.Order?.Number == placed.Order?.Number);

        var greedy = new OrderForm(Guid.NewGuid(), [new("KL-TORAJA-250", 1), new("KL-LUWAK-100", 900)]);
        var refused = await InAsync<OrderDesk, Placement>(desk => desk.PlaceAsync(Coffee, greedy, cancel));
        Say($"   refused   {refused.Refusal}");
        var shelf = await InAsync<StockRoom, List<StockView>>(room => room.ListAsync(Coffee, cancel));
        Check("a refused order promises nothing of what it also asked for", shelf.Single(view => view.Sku == "KL-TORAJA-250").Reserved == 0);
    }

    private async Task FulfilAsync(CancellationToken cancel)
    {
        Say("");
        Say("2  Fulfilment [BOT-2.a]");
        var number = (await InAsync<OrderDesk, List<OrderView>>(desk => desk.OpenAsync(Coffee, cancel))).Single().Number;
        foreach (var (step, minutes) in new[] { (OrderStatus.Picked, 12), (OrderStatus.Packed, 9), (OrderStatus.HandedOver, 45) })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            await InAsync<FulfilmentDesk, bool>(desk => desk.MoveAsync(Coffee, number, step, cancel));
            Say($"   {number} is {step} after {minutes} minutes");
        }

        var shelf = await InAsync<StockRoom, List<StockView>>(room => room.ListAsync(Coffee, cancel));
        Check("what was packed has left the shelf", shelf.Single(view => view.Sku == "KL-KETTLE") is { OnHand: 24, Reserved: 0 });
        try
        {
            await InAsync<FulfilmentDesk, bool>(desk => desk.MoveAsync(Coffee, number, OrderStatus.Cancelled, cancel));
            Check("an order that has left cannot be cancelled", false);
        }
        catch (WrongStepException wrong)
        {
            Say($"   refused   {wrong.Message}");
        }
    }

    private async Task AnalyseAsync(CancellationToken cancel)
    {
        Say("");
        Say("3  Analysis of thirty days: how long each step takes, and which shelf is empty next [BOT-2.b]");
        var figures = await InAsync<HandlingAnalysis, HandlingFigures>(analysis => analysis.OfAsync(Coffee, 30, cancel));
        Say($"   {figures.Orders} orders, {figures.Cancelled} of them cancelled");
        foreach (var step in figures.Steps)
            Say(string.Create(CultureInfo.InvariantCulture, $"   {step.Reached,-11} median {step.MedianMinutes,5:F0} min, slowest {step.SlowestMinutes,5:F0} min, {step.Orders} orders"));
        foreach (var demand in figures.Demand)
            Say(string.Create(CultureInfo.InvariantCulture, $"   {demand.Product,-22} {demand.Ordered,3} ordered, {(demand.DaysLeft is { } days ? $"{days:F0} days left" : "none asked for")}"));
        Check("the order of this morning is among them", figures.Orders > 0 && figures.Steps.Any(step => step.Reached == OrderStatus.HandedOver));
    }

    private async Task KeysAsync(CancellationToken cancel)
    {
        Say("");
        Say("4  Credentials [BOT-4.2]");
        var key = await InAsync<OrderPageKeys, string>(keys => keys.IssueAsync(Coffee, KeyScope.Orders, cancel));
        Check("a key is known again by its digest", await KnownAsync(key, cancel));
        await InAsync<OrderPageKeys, int>(keys => keys.RevokeAsync(Coffee, KeyScope.Orders, cancel));
        Check("a revoked key is not", !await KnownAsync(key, cancel));
    }

    private async Task StoredAsync(CancellationToken cancel)
    {
        Say("");
        Say("5  Everything that is stored, column by column: nobody is in it [BOT-1.a]");
        await using var scope = services.CreateAsyncScope();
        foreach (var table in scope.ServiceProvider.GetRequiredService<OrdersContext>().Model.GetEntityTypes())
            Say($"   {table.GetTableName(),-15} {string.Join(", ", table.GetProperties().Select(property => property.Name))}");
    }

    private Task<bool> KnownAsync(string key, CancellationToken cancel) =>
        InAsync<OrderPageKeys, bool>(async keys => await keys.FindAsync(key, cancel) is not null);

    private async Task<T> InAsync<TService, T>(Func<TService, Task<T>> run) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private void Check(string what, bool holds)
    {
        _well &= holds;
        Say($"   {(holds ? "so" : "NOT SO")}: {what}");
    }

    private void Say(string line) => output.WriteLine(line);
}
