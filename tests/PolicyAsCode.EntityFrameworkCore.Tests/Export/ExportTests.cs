using System.Data.Common;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Export;

/// <summary>The generated export, on real databases.</summary>
public sealed class ExportTests
{
    [Theory]
    [InlineData(Provider.Sqlite, false)]
    [InlineData(Provider.Sqlite, true)]
    [InlineData(Provider.PostgreSql, false)]
    [InlineData(Provider.PostgreSql, true)]
    public async Task It_holds_all_that_an_erasure_reaches_and_nothing_of_anybody_else(Provider provider, bool isHidden)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop, isHidden);

        using var stream = new MemoryStream();
        var receipt = await shop.AskAsync(privacy => privacy.ExportCustomerAsync(People.Ana, stream));
        var erased = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana, new(DryRun: true)));

        Assert.Equal((ExportOutcome.Written, stream.Length), (receipt.Outcome, receipt.Bytes));
        Assert.Equal(
            ["Customer 1", "Feedback 1", "Order 4", "OrderLine 4", "Payment 4", "SupportTicket 1", "Visit 1"],
            receipt.Entries.Select(entry => $"{entry.Entity} {entry.Rows}").Order());
        // Parts without personal data go with their rows, and a copy has nothing to say of them.
        Assert.Subset(
            receipt.Entries.Select(entry => entry.Entity).Append("LoyaltyCard").Append("LoyaltyStamp").Append("Campaign").ToHashSet(),
            erased.Entries.Select(entry => entry.Entity).ToHashSet());
        var text = Encoding.UTF8.GetString(stream.ToArray());
        foreach (var stranger in new[] { "budi", "citra", "Sari", People.Budi.ToString(), People.Citra.ToString(), People.Sari.ToString() })
            Assert.DoesNotContain(stranger, text, StringComparison.OrdinalIgnoreCase);

        using var copy = JsonDocument.Parse(text);
        var customer = Rows(copy, "Customer").Single();
        Assert.Equal(
            ("ana", "ana@example.org", "1990-02-28"),
            (customer.GetProperty("name").GetString(), customer.GetProperty("email").GetString(), customer.GetProperty("birthDate").GetString()));
        var order = Rows(copy, "Order").Single(row => row.GetProperty("id").GetInt32() == 12);
        Assert.Equal(People.TenYearsAgo, order.GetProperty("placedAt").GetDateTimeOffset());
        Assert.Equal(["id", "placedAt", "number", "deliveryAddress", "notifyEmail"], order.EnumerateObject().Select(member => member.Name));
        Assert.Equal([11, 12, 13, 14], Rows(copy, "OrderLine").Select(row => row.GetProperty("orderId").GetInt32()));
        Assert.Equal("for ana", Rows(copy, "OrderLine").First().GetProperty("giftMessage").GetString());
        Assert.Equal("ana", Rows(copy, "Payment").First().GetProperty("payerName").GetString());
    }

    [Theory]
    [InlineData("en", "Delivery address", "at least 10 years after: Order (tax law), then it no longer names you", "Your consents")]
    [InlineData("id-ID", "Pengiriman", "paling singkat 10 tahun setelah: Pemesanan (tax law), kemudian tidak lagi menunjuk kepada Anda", "Persetujuan Anda")]
    [InlineData("fr", "Delivery address", "at least 10 years after: Order (tax law), then it no longer names you", "Your consents")]
    public async Task It_says_in_the_persons_language_what_is_what_and_what_the_policy_says(
        string language, string field, string retention, string consents)
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);

        using var copy = await CopyAsync(shop, new(Language: language));

        var order = Entity(copy, "Order");
        Assert.Equal(field, Field(order, "deliveryAddress").GetProperty("label").GetString());
        Assert.Equal("transaction.delivery", Field(order, "deliveryAddress").GetProperty("categories")[0].GetString());
        var category = copy.RootElement.GetProperty("categories").EnumerateArray()
            .Single(one => one.GetProperty("key").GetString() == "transaction.order");
        Assert.Equal(retention, category.GetProperty("retention").GetProperty("label").GetString());
        Assert.Equal("10 years", category.GetProperty("retention").GetProperty("atLeast").GetString());
        Assert.Equal("contract", category.GetProperty("purposes")[0].GetProperty("basis").GetProperty("key").GetString());
        Assert.Equal("Test Shop", copy.RootElement.GetProperty("controller").GetProperty("name").GetString());
        Assert.Equal(consents, ExportWords.In(language).Of("Entity", nameof(PrivacyConsent)));
    }

    [Fact]
    public async Task Both_languages_have_the_same_words_and_the_applications_own_go_before()
    {
        Assert.Equal(ExportWords.In("en").Keys.Order(StringComparer.Ordinal), ExportWords.In("id").Keys.Order(StringComparer.Ordinal));
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);

        using var copy = await CopyAsync(shop, new(Language: "id")
        {
            Label = name => name switch { "Order" => "Pesanan Anda", "Order.PlacedAt" => "Tanggal pesanan", _ => null },
        });

        var order = Entity(copy, "Order");
        Assert.Equal("Pesanan Anda", order.GetProperty("label").GetString());
        Assert.Equal("Tanggal pesanan", Field(order, "placedAt").GetProperty("label").GetString());
        // Two fields of one category: the name tells them apart.
        Assert.Equal("Nama (Payer name)", Field(Entity(copy, "Payment"), "payerName").GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("DeliveryAddress", "Delivery address")]
    [InlineData("Home.Street", "Home street")]
    [InlineData("VATNumber", "VAT number")]
    [InlineData("Iban", "Iban")]
    [InlineData("OrderId", "Order id")]
    [InlineData("IPAddress", "IP address")]
    public void Names_of_the_code_become_words(string name, string words) => Assert.Equal(words, ExportWords.Humanised(name));

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Of_nobody_nothing_is_written(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        using var stream = new MemoryStream();

        var receipt = await shop.AskAsync(privacy => privacy.ExportAsync("customer", People.Ana.ToString(), stream));

        Assert.Equal((ExportOutcome.NothingFound, 0L), (receipt.Outcome, stream.Length));
        Assert.Empty(receipt.Entries);
        await Assert.ThrowsAsync<ArgumentException>(() => shop.AskAsync(privacy => privacy.ExportAsync("customer", "seven", stream)));
        var unknown = await Assert.ThrowsAsync<ArgumentException>(() =>
            shop.AskAsync(privacy => privacy.ExportAsync("visitor", People.Ana.ToString(), stream)));
        Assert.Contains("'customer'", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Whoever_goes_away_breaks_it_off_and_the_context_can_be_used_again(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await AddManyAsync(shop, 1_000);
        await using var db = shop.Connect();
        var privacy = new ShopContextPrivacy(db, TimeProvider.System);
        using var gone = new CancellationTokenSource();
        using var stream = new HookedStream(gone.CancelAsync);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => privacy.ExportCustomerAsync(People.Ana, stream, cancel: gone.Token));

        Assert.Null(db.Database.CurrentTransaction);
        Assert.Equal(1, stream.Pieces);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(stream.ToArray()));
        using var whole = new MemoryStream();
        Assert.Equal(ExportOutcome.Written, (await privacy.ExportCustomerAsync(People.Ana, whole, cancel: CancellationToken.None)).Outcome);
    }

    /// <summary>What comes while a copy is written is in none of its parts, also not in those that are read later.</summary>
    [Fact]
    public async Task It_shows_one_moment()
    {
        await using var shop = await TestShop.OpenAsync(Provider.PostgreSql);
        await AddManyAsync(shop, 1_000);
        using var stream = new HookedStream(() => shop.AddAsync(
            new Feedback { Id = 900_001, CustomerId = People.Ana, Comment = "later", GivenOn = new(2026, 3, 1) },
            People.Order(900_002, People.Ana, "later", TestShop.Now),
            new SupportTicket { Id = 900_003, CustomerId = People.Ana, Text = "later" },
            new Visit { Id = 900_004, CustomerId = People.Ana, Page = "later", At = TestShop.Now.ToUniversalTime(), RemarkedAt = TestShop.Now.ToUniversalTime() }));

        await shop.AskAsync(privacy => privacy.ExportCustomerAsync(People.Ana, stream));

        Assert.True(stream.Pieces > 2);
        Assert.DoesNotContain("later", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        using var again = new MemoryStream();
        await shop.AskAsync(privacy => privacy.ExportCustomerAsync(People.Ana, again));
        Assert.Equal(4, JsonDocument.Parse(again.ToArray()).RootElement.GetProperty("data").EnumerateArray().Count(entity =>
            entity.GetProperty("rows").EnumerateArray().Any(row => row.GetRawText().Contains("later", StringComparison.Ordinal))));
    }

    /// <summary>A copy of ten thousand rows is written in pieces of a bounded size, by a query for each entity.</summary>
    [Fact]
    public async Task Many_rows_take_no_more_memory_and_no_more_statements()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var queries = new QueryCounter();
        await using var db = new ShopContext(
            new DbContextOptionsBuilder<ShopContext>().AmongManyContexts().UseSqlite(connection).AddInterceptors(queries).Options);
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        db.Add(People.Person(People.Ana, "ana"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var privacy = new ShopContextPrivacy(db, TimeProvider.System);

        // Of a model that nobody copied from yet each query goes alone, and which test comes first nobody says.
        await privacy.ExportCustomerAsync(People.Ana, new HookedStream(), cancel: TestContext.Current.CancellationToken);

        queries.Count = 0;
        using var few = new HookedStream();
        await privacy.ExportCustomerAsync(People.Ana, few, cancel: TestContext.Current.CancellationToken);
        var (forFew, before) = (queries.Count, GC.GetTotalMemory(forceFullCollection: true));
        db.AddRange(Enumerable.Range(1, 10_000).Select(Visited));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.ChangeTracker.Clear();

        queries.Count = 0;
        using var many = new HookedStream();
        var receipt = await privacy.ExportCustomerAsync(People.Ana, many, cancel: TestContext.Current.CancellationToken);

        Assert.Equal(10_001, receipt.Rows);
        Assert.Equal(forFew, queries.Count);
        Assert.InRange(many.Largest, 1, ExportRun.Piece + 1_024);
        Assert.True(many.Length > 1_000_000);
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.True(before > 0);
    }

    [Fact]
    public async Task By_portability_comes_data_and_no_policy()
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);

        using var copy = await CopyAsync(shop, new(ExportKind.Portability));

        Assert.Equal("portability", copy.RootElement.GetProperty("kind").GetString());
        Assert.False(copy.RootElement.TryGetProperty("categories", out _));
        Assert.Equal("ana", Rows(copy, "Customer").Single().GetProperty("name").GetString());
    }

    [Fact]
    public async Task Stores_add_what_they_hold_and_nothing_that_is_no_JSON()
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);

        using var copy = await CopyAsync(shop, new() { Stores = [new Store("blobs", "{\"photos\":[1,2]}"), new Store("cache", "")] });
        var stores = copy.RootElement.GetProperty("stores").EnumerateArray().ToList();
        Assert.Equal(["blobs", "cache"], stores.Select(store => store.GetProperty("name").GetString()));
        Assert.Equal(2, stores[0].GetProperty("data").GetProperty("photos").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, stores[1].GetProperty("data").ValueKind);
        Assert.True(copy.RootElement.GetProperty("complete").GetBoolean());

        foreach (var broken in new[] { "{\"photos\":", "}", "1,\"complete\":true", "{} {}", "nothing" })
        {
            var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() => CopyAsync(shop, new() { Stores = [new Store("blobs", broken)] }));
            Assert.Contains("'blobs'", mistake.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Encrypted_fields_are_opened_objects_nest_and_secrets_stay(Provider provider)
    {
        await using var vault = await Vault.OpenAsync(provider);
        await using (var db = vault.Connect())
        {
            db.Add(new Letter { Id = 1, MemberId = 1, Text = "ana's letter", At = TestShop.Now.ToUniversalTime() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain("ana@", await vault.StoredAsync("Email"), StringComparison.Ordinal);
        using var stream = new MemoryStream();
        await vault.AskAsync(privacy => privacy.ExportMemberAsync(1, stream));
        using var copy = JsonDocument.Parse(stream.ToArray());

        var member = Rows(copy, "Member").Single();
        Assert.Equal("ana@mail.example", member.GetProperty("email").GetString());
        Assert.Equal("Kinder", member.GetProperty("kindness").GetString());
        Assert.Equal(("ana street", 3), (member.GetProperty("home").GetProperty("street").GetString(), member.GetProperty("home").GetProperty("floor").GetInt32()));
        Assert.Equal("ana city", member.GetProperty("office").GetProperty("city").GetString());
        Assert.Equal(["ana 1", "ana 2"], member.GetProperty("phones").EnumerateArray().Select(phone => phone.GetProperty("number").GetString()).Order());
        Assert.Equal("ana's letter", Rows(copy, "Letter").Single().GetProperty("text").GetString());

        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("secret\"", text.Replace(" or other secret\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(member.TryGetProperty("passwordHash", out _));
        Assert.NotEmpty(Field(Entity(copy, "Member"), "passwordHash").GetProperty("withheld").GetString()!);
        Assert.Equal("Phones number", Field(Entity(copy, "Member"), "phones[].number").GetProperty("label").GetString());
    }

    private static Visit Visited(int number) => new()
    {
        Id = number, CustomerId = People.Ana, Page = $"/ana/{number}/" + new string('x', 80), At = TestShop.Now.ToUniversalTime(),
        RemarkedAt = TestShop.Now.ToUniversalTime(),
    };

    private static async Task AddManyAsync(TestShop shop, int visits)
    {
        await shop.AddAsync(new StaffMember { Id = People.Sari, Name = "Sari" }, People.Person(People.Ana, "ana"));
        await shop.AddAsync([.. Enumerable.Range(1, visits).Select(Visited)]);
        await shop.AddAsync(
            new Feedback { Id = 1, CustomerId = People.Ana, Comment = "ana", GivenOn = new(2026, 3, 1) },
            People.Order(1, People.Ana, "ana", TestShop.Now), new SupportTicket { Id = 1, CustomerId = People.Ana, Text = "ana" });
    }

    private static async Task<JsonDocument> CopyAsync(TestShop shop, ExportOptions options)
    {
        using var stream = new MemoryStream();
        await shop.AskAsync(privacy => privacy.ExportCustomerAsync(People.Ana, stream, options));
        return JsonDocument.Parse(stream.ToArray());
    }

    private static JsonElement Entity(JsonDocument copy, string entity) => copy.RootElement.GetProperty("data").EnumerateArray()
        .Single(one => one.GetProperty("entity").GetString() == entity);

    private static IEnumerable<JsonElement> Rows(JsonDocument copy, string entity) => Entity(copy, entity).GetProperty("rows").EnumerateArray();

    private static JsonElement Field(JsonElement entity, string key) =>
        entity.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("key").GetString() == key);

    private sealed class QueryCounter : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken)
        {
            Count++;
            return new(result);
        }
    }

    private sealed class Store(string name, string json) : ISubjectDataStore
    {
        public string Name => name;

        public Task EraseAsync(string subject, string subjectId, string idempotencyKey, CancellationToken cancel) =>
            throw new NotSupportedException();

        public async Task ExportAsync(string subject, string subjectId, Stream utf8Json, CancellationToken cancel)
        {
            // A byte at a time: no piece is a whole word.
            foreach (var letter in Encoding.UTF8.GetBytes(json))
                await utf8Json.WriteAsync(new[] { letter }, cancel);
        }
    }
}
