using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>What people do themselves, with a browser that has no scripts.</summary>
public sealed class PersonPageTests
{
    [Fact]
    public async Task Somebody_without_an_account_asks_proves_it_follows_and_fetches_their_copy()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.OpenAsync("/privacy/");
        Assert.Contains("Toko Melati", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Answered within 72 hours", browser.Html, StringComparison.Ordinal);
        await browser.OpenAsync("/privacy/ask/access");
        await browser.SubmitAsync("/ask/access", ("contact", "ana@mail.example"));
        var id = browser.Number;
        Assert.EndsWith($"/privacy/requests/{id}/verify?sent=1", browser.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("ana", browser.Path, StringComparison.Ordinal);
        Assert.Equal(PrivacyRequestState.Received, (await shop.Requests.FindAsync(id))!.State);

        await shop.SendAsync();
        await browser.SubmitAsync("/verify", ("code", "ABCDE-FGHJK"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("aria-invalid", browser.Html, StringComparison.Ordinal);
        await browser.SubmitAsync("/verify", ("code", shop.Code.ToLowerInvariant()));
        Assert.EndsWith($"/privacy/requests/{id}", browser.Path, StringComparison.Ordinal);
        Assert.Contains("Your copy is ready", browser.Html, StringComparison.Ordinal);

        await browser.OpenAsync($"/privacy/requests/{id}/copy");
        Assert.Equal("Ana", browser.Json.GetProperty("name").GetString());
        Assert.Equal("attachment", browser.ContentHeaders.ContentDisposition!.DispositionType);
        await shop.SendAsync();

        // Another browser, another day: the number alone shows nothing, a new code does.
        shop.Clock.Now += TimeSpan.FromDays(3);
        using var later = shop.Browse();
        await later.OpenAsync($"/privacy/requests/{id}/copy");
        Assert.EndsWith("/verify", later.Path, StringComparison.Ordinal);
        await later.SubmitAsync("/code");
        await shop.SendAsync();
        await later.SubmitAsync("/verify", ("code", shop.Code));
        await later.OpenAsync($"/privacy/requests/{id}/copy");
        Assert.Equal("Ana", later.Json.GetProperty("name").GetString());

        // What the first browser has proved is over, and so is the copy in the end.
        await browser.OpenAsync($"/privacy/requests/{id}");
        Assert.EndsWith("/verify", browser.Path, StringComparison.Ordinal);
        shop.Clock.Now += TimeSpan.FromDays(11);
        using var last = shop.Browse();
        await last.SignInAsync("1");
        await last.OpenAsync($"/privacy/requests/{id}/copy");
        Assert.Equal(HttpStatusCode.NotFound, last.Status);
        Assert.Contains("There is no copy", last.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_somebody_who_is_gone_meanwhile_is_no_empty_file()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/ask/portability");
        await browser.SubmitAsync("/ask/portability");
        var id = browser.Number;
        await browser.OpenAsync($"/privacy/requests/{id}/copy");
        Assert.Equal("Portability", browser.Json.GetProperty("kind").GetString());
        await using (var scope = shop.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ISubjectErasure>().EraseAsync("customer", "1");
        await browser.OpenAsync($"/privacy/requests/{id}/copy");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (browser.Status, browser.ContentHeaders.ContentType!.MediaType));
        Assert.Null(browser.ContentHeaders.ContentDisposition);
    }

    [Fact]
    public async Task Whoever_asks_is_told_the_same_whether_there_is_such_a_person_or_not()
    {
        await using var shop = await PagesShop.OpenAsync();
        var pages = new List<string>();
        foreach (var contact in new[] { "ana@mail.example", "nobody@mail.example" })
        {
            using var browser = shop.Browse();
            await browser.OpenAsync("/privacy/ask/erasure");
            await browser.SubmitAsync("/ask/erasure", ("contact", contact));
            var seen = Plain(browser);
            await browser.SubmitAsync("/verify", ("code", "ABCDE-FGHJK"));
            seen += Plain(browser);
            for (var i = 0; i < 6; i++)
                await browser.SubmitAsync("/verify", ("code", "ABCDE-FGHJK"));
            seen += Plain(browser);
            await browser.SubmitAsync("/code");
            pages.Add(seen + Plain(browser));
        }

        Assert.Equal(pages[0], pages[1]);
        await shop.SendAsync();
        Assert.Equal(["ana@mail.example"], shop.Mailbox.Mail.Select(mail => mail.Address));

        static string Plain(PagesClient browser) =>
            $"{(int)browser.Status} " + System.Text.RegularExpressions.Regex.Replace(
                browser.Html.Replace(browser.Number.ToString(), "ID", StringComparison.Ordinal), "value=\"[^\"]*\"", "");
    }

    [Fact]
    public async Task Answers_to_whoever_is_not_known_take_whole_steps_of_time()
    {
        await using var shop = await PagesShop.OpenAsync(options => options.AnswerTime = TimeSpan.FromSeconds(1));
        foreach (var contact in new[] { "ana@mail.example", "nobody@mail.example" })
        {
            using var browser = shop.Browse();
            await browser.OpenAsync("/privacy/ask/erasure");
            var begun = System.Diagnostics.Stopwatch.GetTimestamp();
            await browser.SubmitAsync("/ask/erasure", ("contact", contact));
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(begun) >= TimeSpan.FromSeconds(0.98));
        }
    }

    [Fact]
    public async Task An_erasure_waits_for_staff_and_can_be_taken_back_until_it_has_run()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/ask/erasure");
        Assert.Contains("This is permanent", browser.Html, StringComparison.Ordinal);
        Assert.Contains("/privacy/ask/access", browser.Html, StringComparison.Ordinal);
        await browser.SubmitAsync("/ask/erasure", ("words", "<script>alert(1)</script>"));
        var id = browser.Number;
        Assert.Contains("17 April 2026", browser.Html, StringComparison.Ordinal);
        var request = (await shop.Requests.FindAsync(id))!;
        Assert.Equal((PrivacyRequestState.Confirmed, "signed-in", "in-app"), (request.State, request.VerifiedBy, request.Channel));

        await browser.SubmitAsync("/withdraw");
        Assert.Contains("You took it back", browser.Html, StringComparison.Ordinal);
        Assert.Equal(2, await shop.PeopleAsync());

        await browser.OpenAsync("/privacy/ask/erasure");
        await browser.SubmitAsync("/ask/erasure");
        var form = browser.Form("/withdraw");
        await shop.Requests.ExecuteAsync(browser.Number, "dian");
        Assert.Equal(1, await shop.PeopleAsync());
        await browser.PostAsync(form.Action, form.Fields);
        // The person is gone: nobody is on record whose request it could be.
        Assert.EndsWith("/verify", browser.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_run_is_not_taken_back()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/ask/objection");
        await browser.SubmitAsync("/ask/objection", ("purpose", "promotion"));
        var form = browser.Form("/withdraw");
        await shop.Requests.ExecuteAsync(browser.Number, "dian");
        await browser.PostAsync(form.Action, form.Fields);
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("can no longer be taken back", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_or_takes_back_what_another_asked_for()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var ana = shop.Browse();
        await ana.SignInAsync("1");
        await ana.OpenAsync("/privacy/ask/erasure");
        await ana.SubmitAsync("/ask/erasure");
        var (id, form) = (ana.Number, ana.Form("/withdraw"));

        using var budi = shop.Browse();
        await budi.SignInAsync("2");
        await budi.OpenAsync("/privacy/");
        Assert.DoesNotContain(id.ToString(), budi.Html, StringComparison.Ordinal);
        await budi.OpenAsync($"/privacy/requests/{id}");
        Assert.EndsWith("/verify", budi.Path, StringComparison.Ordinal);
        await budi.OpenAsync($"/privacy/requests/{Guid.NewGuid()}");
        Assert.EndsWith("/verify", budi.Path, StringComparison.Ordinal);
        await budi.OpenAsync("/privacy/ask/erasure");
        var own = budi.Form("/ask/erasure").Fields;
        await budi.PostAsync(form.Action, own);
        Assert.Equal(PrivacyRequestState.Confirmed, (await shop.Requests.FindAsync(id))!.State);

        budi.IsProgram = true;
        await budi.OpenAsync($"/privacy/requests/{id}");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (budi.Status, budi.ContentHeaders.ContentType!.MediaType));
        // Nor is a form with another's number their own: it is a request of theirs, as it would be with any number.
        own["number"] = id.ToString();
        await budi.PostAsync("/privacy/ask/erasure", own);
        Assert.Equal(HttpStatusCode.Created, budi.Status);
        Assert.NotEqual(id, budi.Json.GetProperty("id").GetGuid());
        Assert.Single(await shop.Requests.OfAsync("customer", "1"));
        Assert.Single(await shop.Requests.OfAsync("customer", "2"));
    }

    [Theory]
    [InlineData("ana@mail.example")]
    [InlineData("nobody@mail.example")]
    public async Task A_number_that_was_sent_with_an_address_says_nothing_of_it_to_whoever_is_signed_in(string contact)
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.OpenAsync("/privacy/ask/erasure");
        var (action, fields) = browser.Form("/ask/erasure");
        foreach (var number in new[] { fields["number"], Guid.NewGuid().ToString() })
        {
            using var stranger = shop.Browse();
            using var signedIn = shop.Browse();
            await signedIn.SignInAsync("2");
            var ids = new List<Guid>();
            foreach (var who in new[] { stranger, stranger, signedIn, signedIn })
            {
                await who.OpenAsync("/privacy/ask/erasure");
                var form = who.Form("/ask/erasure").Fields;
                (form["contact"], form["number"]) = (contact, number);
                who.IsProgram = true;
                await who.PostAsync(action, form);
                who.IsProgram = false;
                Assert.Equal(who == stranger ? HttpStatusCode.Accepted : HttpStatusCode.Created, who.Status);
                ids.Add(who.Json.GetProperty("id").GetGuid());
            }

            // Twice the same form of the same person is one request, and of two people it is two.
            Assert.Equal((ids[0], ids[2]), (ids[1], ids[3]));
            Assert.NotEqual(ids[0], ids[2]);
            Assert.Equal(contact.StartsWith("ana", StringComparison.Ordinal), await shop.Requests.FindAsync(ids[0]) is not null);
        }
    }

    [Fact]
    public async Task What_goes_wrong_for_people_on_record_only_shows_to_nobody()
    {
        await using var shop = await PagesShop.OpenAsync(more: services => services.AddScoped<ISubjectContacts, BrokenContacts>());
        foreach (var contact in new[] { "ana@mail.example", "nobody@mail.example" })
        {
            using var browser = shop.Browse();
            await browser.OpenAsync("/privacy/ask/erasure");
            await browser.SubmitAsync("/ask/erasure", ("contact", contact));
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.EndsWith("/verify?sent=1", browser.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_told_that_no_time_can_be_counted()
    {
        await using var shop = await PagesShop.OpenAsync(more: services => services.AddScoped<ISubjectContacts, BrokenContacts>());
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/ask/erasure");
        await browser.SubmitAsync("/ask/erasure");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Status);
        Assert.Contains("cannot take this in", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_text_is_refused_before_anybody_is_looked_up()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        foreach (var contact in new[] { "ana@mail.example", "nobody@mail.example" })
        {
            await browser.OpenAsync("/privacy/ask/erasure");
            await browser.SubmitAsync("/ask/erasure", ("contact", contact), ("words", "a\0b"));
            Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
            await browser.OpenAsync("/privacy/ask/erasure");
            await browser.SubmitAsync("/ask/erasure", ("contact", contact), ("words", "two\r\nlines\tand a tab"));
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }

        Assert.Single(await shop.Requests.OpenAsync());
    }

    [Fact]
    public async Task A_form_that_no_page_has_is_refused()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/consents");
        var token = await TokenAsync();
        await browser.PostAsync("/privacy/ask/erasure", Enumerable.Range(0, 2000).ToDictionary(i => $"f{i}", _ => "x"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.PostJsonAsync("/privacy/consents/withdraw", new { purpose = new string('p', 3000) }, token);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.PostRawAsync("/privacy/ask/erasure", """{"words":"\ud800"}""", token);
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Empty(await shop.Requests.OpenAsync());

        async Task<string?> TokenAsync()
        {
            browser.IsProgram = true;
            await browser.OpenAsync("/privacy/");
            return browser.Json.GetProperty("token").GetString();
        }
    }

    [Theory]
    [InlineData("privacy")]
    [InlineData("/{tenant}/privacy")]
    [InlineData("/privacy/")]
    [InlineData("")]
    public async Task Pages_begin_with_a_fixed_path(string prefix)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => PagesShop.OpenAsync(prefix: prefix));
        Assert.Contains("fixed path", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_whose_number_is_a_customers_is_not_taken_for_them()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var staff = shop.Browse();
        await staff.SignInAsync("9");
        await staff.OpenAsync("/privacy/consents");
        Assert.Equal(HttpStatusCode.Forbidden, staff.Status);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_request()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/ask/erasure");
        var form = browser.Form("/ask/erasure");
        await browser.PostAsync(form.Action, form.Fields);
        await browser.PostAsync(form.Action, form.Fields);
        Assert.Single(await shop.Requests.OfAsync("customer", "1"));
    }

    [Fact]
    public async Task No_form_counts_without_its_token()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/ask/erasure");
        await browser.SubmitAsync("/ask/erasure");
        var id = browser.Number;
        foreach (var path in new[] { "ask/erasure", "find", $"requests/{id}/verify", $"requests/{id}/code", $"requests/{id}/withdraw", "consents/withdraw" })
        {
            await browser.PostAsync("/privacy/" + path, new Dictionary<string, string> { ["contact"] = "ana@mail.example", ["purpose"] = "promotion" });
            Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        }

        using var officer = shop.Browse();
        await officer.SignInAsync("dian");
        await officer.PostAsync($"/privacy/staff/requests/{id}/execute", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.BadRequest, officer.Status);
        Assert.Equal(PrivacyRequestState.Confirmed, (await shop.Requests.FindAsync(id))!.State);
        Assert.Equal(2, await shop.PeopleAsync());
    }

    [Fact]
    public async Task What_is_missing_is_said_where_it_is_missing()
    {
        await using var shop = await PagesShop.OpenAsync(options => options.AskForName = true);
        using var browser = shop.Browse();
        await browser.OpenAsync("/privacy/ask/rectification");
        await browser.SubmitAsync("/ask/rectification", ("words", "a & b"), ("field", "Shopper.Name"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        foreach (var field in new[] { "contact", "name", "value" })
            Assert.Contains($"id=\"{field}-error\"", browser.Html, StringComparison.Ordinal);
        Assert.Contains(">a &amp; b</textarea>", browser.Html, StringComparison.Ordinal);

        // The name must be theirs as well.
        await browser.SubmitAsync("/ask/rectification", ("contact", "ana@mail.example"), ("name", "Budi"), ("field", "Shopper.Name"), ("value", "Anna"));
        await browser.OpenAsync("/privacy/ask/rectification");
        await browser.SubmitAsync("/ask/rectification", ("contact", "ana@mail.example"), ("name", "Ana"), ("field", "Shopper.Name"), ("value", "Anna"));
        Assert.Equal(browser.Number, Assert.Single(await shop.Requests.OpenAsync()).Id);
    }

    [Fact]
    public async Task Only_so_many_calls_are_answered()
    {
        await using var shop = await PagesShop.OpenAsync(options => (options.PostsPerWindow, options.ReadsPerWindow) = (3, 6));
        using var browser = shop.Browse();
        await browser.OpenAsync("/privacy/ask/access");
        var form = browser.Form("/ask/access");
        form.Fields["contact"] = "nobody@mail.example";
        browser.IsProgram = true;
        for (var i = 0; i < 3; i++)
        {
            await browser.PostAsync(form.Action, form.Fields);
            Assert.Equal(HttpStatusCode.Accepted, browser.Status);
        }

        await browser.PostAsync(form.Action, form.Fields);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (browser.Status, browser.ContentHeaders.ContentType!.MediaType));
        Assert.True(browser.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        browser.IsProgram = false;
        for (var i = 0; i < 6; i++)
            await browser.OpenAsync("/privacy/");
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("Too many tries", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_holds_so_many_requests()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        for (var i = 0; i < 21; i++)
        {
            await browser.OpenAsync("/privacy/ask/access");
            await browser.SubmitAsync("/ask/access");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("enough for today", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_too_old_or_a_request_that_is_over_proves_nothing()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        await browser.OpenAsync("/privacy/ask/access");
        await browser.SubmitAsync("/ask/access", ("contact", "ana@mail.example"));
        await shop.SendAsync();
        var code = shop.Code;
        shop.Clock.Now += TimeSpan.FromMinutes(30);
        await browser.SubmitAsync("/verify", ("code", code));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        shop.Clock.Now += TimeSpan.FromDays(14);
        await browser.SubmitAsync("/code");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await shop.SendAsync();
        Assert.Single(shop.Mailbox.Mail);
        await browser.SubmitAsync("/verify", ("code", code));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Fact]
    public async Task Consents_are_shown_and_taken_back_by_whoever_gave_them()
    {
        await using var shop = await PagesShop.OpenAsync();
        await shop.Consents.GiveAsync("customer", "1", "promotion", new("2026-01", "en", "May we?"), "form");
        await shop.Consents.GiveAsync("customer", "2", "promotion", new("2026-01", "en", "May we?"), "form");
        using var browser = shop.Browse();
        await browser.OpenAsync("/privacy/consents");
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/consents");
        Assert.Contains("Offers and news", browser.Html, StringComparison.Ordinal);
        await browser.SubmitAsync("/consents/withdraw");
        Assert.Contains("Earlier consents", browser.Html, StringComparison.Ordinal);
        Assert.False(await shop.Consents.IsGivenAsync("customer", "1", "promotion"));
        Assert.True(await shop.Consents.IsGivenAsync("customer", "2", "promotion"));
    }

    [Fact]
    public async Task A_program_gets_the_same_as_JSON()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var program = shop.Browse();
        program.IsProgram = true;
        await program.SignInAsync("1");
        await program.OpenAsync("/privacy/");
        Assert.Equal(7, program.Json.GetProperty("rights").GetArrayLength());
        var token = program.Json.GetProperty("token").GetString()!;
        await program.PostJsonAsync("/privacy/ask/rectification", new { words = "hello" }, token);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (program.Status, program.ContentHeaders.ContentType!.MediaType));
        Assert.True(program.Json.GetProperty("errors").TryGetProperty("value", out _));
        await program.PostJsonAsync("/privacy/ask/erasure", new { words = "hello" }, null);
        Assert.Equal(HttpStatusCode.BadRequest, program.Status);
        await program.PostJsonAsync("/privacy/ask/erasure", new { words = "hello" }, token);
        Assert.Equal(HttpStatusCode.Created, program.Status);
        Assert.Equal(("confirmed", "2026-04-17"), (program.Json.GetProperty("state").GetString(), program.Json.GetProperty("dueOn").GetString()));
        var id = program.Json.GetProperty("id").GetGuid();
        await program.PostJsonAsync($"/privacy/requests/{id}/withdraw", new { }, token);
        Assert.Equal("withdrawn", program.Json.GetProperty("state").GetString());
        await program.OpenAsync("/privacy/ask/flying");
        Assert.Equal(HttpStatusCode.NotFound, program.Status);
        await program.PostJsonAsync("/privacy/find", "no object", token);
        Assert.Equal(HttpStatusCode.BadRequest, program.Status);
    }

    [Fact]
    public async Task Whoever_asks_for_no_language_that_there_is_reads_the_applications()
    {
        await using var shop = await PagesShop.OpenAsync(pages => pages.Language = "id-ID");
        using var browser = shop.Browse();
        foreach (var (asked, read) in new[] { ("fr, de;q=0.5", "id"), ("en-US, fr;q=0.8", "en"), ("id", "id") })
        {
            browser.Language = asked;
            await browser.OpenAsync("/privacy/");
            Assert.Contains($"<html lang=\"{read}\">", browser.Html, StringComparison.Ordinal);
        }

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => PagesShop.OpenAsync(pages => pages.Language = "fr"));
        Assert.Equal("The request pages speak en, id, and PrivacyRequestPagesOptions.Language is \"fr\".", refused.Message);
    }

    [Fact]
    public async Task Pages_speak_Indonesian_to_whoever_does_and_keep_to_what_was_chosen()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        browser.Language = "fr, id;q=0.8, en;q=0.5";
        await browser.OpenAsync("/privacy/");
        Assert.Contains("<html lang=\"id\">", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Data Anda, hak Anda", browser.Html, StringComparison.Ordinal);
        await browser.OpenAsync("/privacy/ask/access?lang=en");
        Assert.Contains("<html lang=\"en\">", browser.Html, StringComparison.Ordinal);
        await browser.SubmitAsync("/ask/access", ("contact", "ana@mail.example"));
        Assert.Contains("lang=en", browser.Path, StringComparison.Ordinal);
        Assert.Contains("Enter your code", browser.Html, StringComparison.Ordinal);
        // A language that there is not changes nothing, and is not echoed.
        await browser.OpenAsync("/privacy/?lang=%22%3E%3Cscript%3E");
        Assert.DoesNotContain("<script", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_kept_out_of_caches_frames_and_the_hands_of_other_sites()
    {
        await using var shop = await PagesShop.OpenAsync();
        using var browser = shop.Browse();
        foreach (var path in new[] { "/privacy/", "/privacy/ask/erasure", $"/privacy/requests/{Guid.NewGuid()}/verify", "/privacy/ask/flying" })
        {
            await browser.OpenAsync(path);
            var policy = Assert.Single(browser.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.True(browser.Headers.CacheControl!.NoStore);
            Assert.Equal(["nosniff"], browser.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["no-referrer"], browser.Headers.GetValues("Referrer-Policy"));
            Assert.Equal(["DENY"], browser.Headers.GetValues("X-Frame-Options"));
            Assert.DoesNotContain("http:", browser.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("https:", browser.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", browser.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", browser.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_copy_of_somebody_is_written_at_a_time_and_none_without_end()
    {
        var export = new SlowExport();
        await using var shop = await PagesShop.OpenAsync(
            options => options.CopyTime = TimeSpan.FromSeconds(8), more: services => services.AddSingleton<ISubjectExport>(export));
        using var first = shop.Browse();
        using var second = shop.Browse();
        foreach (var browser in new[] { first, second })
        {
            await browser.SignInAsync("1");
            await browser.OpenAsync("/privacy/ask/access");
            await browser.SubmitAsync("/ask/access");
        }

        var path = $"/privacy/requests/{first.Number}/copy";
        var running = first.OpenAsync(path);
        await export.Begun.Task.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        await second.OpenAsync($"/privacy/requests/{second.Number}/copy");
        Assert.Equal(HttpStatusCode.TooManyRequests, second.Status);
        await Assert.ThrowsAnyAsync<Exception>(() => running);
        Assert.True(export.IsCancelled);
    }

    private sealed class SlowExport : ISubjectExport
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsCancelled { get; private set; }

        public IReadOnlyCollection<string> Subjects => ["customer"];

        public async Task<ExportReceipt> ExportAsync(
            string subject, string subjectId, Stream utf8Json, ExportOptions? options, CancellationToken cancel)
        {
            Begun.TrySetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            }
            catch (OperationCanceledException)
            {
                IsCancelled = true;
                throw;
            }

            throw new InvalidOperationException("It never ends by itself.");
        }
    }

    private sealed class BrokenContacts : ISubjectContacts
    {
        public Task<SubjectContact?> FindAsync(
            string subject, string subjectId, IReadOnlyList<string> kinds, CancellationToken cancel) =>
            throw new BeyondCalendarException("no days are known");
    }
}
