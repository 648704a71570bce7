using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary>What goes wrong around the generated code: lost answers, retries, changes that change nothing.</summary>
public sealed class ResilienceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commit_whose_answer_is_lost_is_not_taken_for_nothing_found(bool staysEmptied)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var lost = new LostAnswer();
        var options = new DbContextOptionsBuilder<ShopContext>().AmongManyContexts()
            .UseSqlite(connection, sqlite => sqlite.ExecutionStrategy(dependencies => new Again(dependencies)))
            .AddInterceptors(lost).Options;
        await using var db = new ShopContext(options);
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        db.Add(new Customer { Id = People.Ana, Name = "ana", Email = "ana@mail.example" });
        if (staysEmptied)
            db.Add(new SupportTicket { Id = 1, CustomerId = People.Ana, Text = "help" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        lost.IsArmed = true;
        var receipt = await new ShopContextPrivacy(db, new FixedTime(TestShop.Now.ToUniversalTime()))
            .EraseCustomerAsync(People.Ana, cancel: TestContext.Current.CancellationToken);

        Assert.False(lost.IsArmed);
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        Assert.Contains(receipt.Entries, entry =>
            entry.Entity == "Customer" && entry.Action == (staysEmptied ? PrivacyAction.Blanked : PrivacyAction.Erased));
    }

    [Fact]
    public async Task A_change_that_takes_no_row_out_of_its_query_ends_with_an_error()
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await People.AddOthersAsync(shop);
        await using var db = shop.Connect();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var failed = await Assert.ThrowsAsync<SweepFailedException>(() => SweepRun.RunAsync(
            db, RetentionCalendar.In("UTC"), new FixedTime(TestShop.Now), new(BatchSize: 1),
            [
                (run, cancel) => run.ChangeAsync(
                    new("Customer", PrivacyAction.Blanked, ["Name"], "a test", [], ""),
                    db.Customers.OrderBy(customer => customer.Id),
                    set => set.SetProperty(customer => customer.Name, ""), cancel),
            ],
            patience.Token));
        var error = Assert.IsType<InvalidOperationException>(Assert.Single(failed.Failures));

        Assert.Contains("Customer (Name)", error.Message, StringComparison.Ordinal);
    }

    private sealed class AnswerLostException : Exception;

    private sealed class LostAnswer : DbTransactionInterceptor
    {
        public bool IsArmed { get; set; }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!IsArmed)
                return Task.CompletedTask;
            IsArmed = false;
            throw new AnswerLostException();
        }
    }

    private sealed class Again(ExecutionStrategyDependencies dependencies)
        : ExecutionStrategy(dependencies, maxRetryCount: 2, maxRetryDelay: TimeSpan.FromMilliseconds(1))
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is AnswerLostException;
    }
}
