using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alpokat.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Tests;

/// <summary>Who may see what, and what becomes of what merchants give.</summary>
public sealed class MerchantTests(SeededAlpokat seeded) : IClassFixture<SeededAlpokat>
{
    private readonly AlpokatFactory _alpokat = seeded.Factory;

    [Theory]
    [InlineData("/account")]
    [InlineData("/payments")]
    [InlineData("/messages")]
    [InlineData("/shops/00000000-0000-4000-8010-000000000001")]
    [InlineData("/verification/cases")]
    [InlineData("/support/messages")]
    [InlineData("/statistics/towns")]
    [InlineData("/fraud-signals")]
    [InlineData("/systems")]
    public async Task A_stranger_sees_nothing_personal(string path)
    {
        var answer = await _alpokat.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("dukungan", "/verification/cases")]
    [InlineData("verifikasi", "/fraud-signals")]
    [InlineData("pemasaran", "/support/messages")]
    [InlineData("hukum", "/payments")]
    [InlineData("privasi", "/statistics/towns")]
    public async Task A_desk_sees_what_it_works_with_and_nothing_else(string desk, string path) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _alpokat.DeskAsync(desk)).GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("verifikasi", "another key")]
    [InlineData("gudang", "key of gudang")]
    public async Task A_desk_has_its_own_key(string desk, string key) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await _alpokat.Browser().PostAsJsonAsync("/desk/sign-in", new { desk, key })).StatusCode);

    [Fact]
    [Trait("Clause", "ALPO-1.1"), Trait("Clause", "ALPO-1.2"), Trait("Clause", "ALPO-1.3"), Trait("Clause", "ALPO-2.2")]
    public async Task Somebody_registers_uploads_goods_takes_money_and_the_password_is_a_hash()
    {
        var form = new
        {
            name = "Gede Arsana", email = "gede@toko.example", phone = "0813-7777-0001", officeAddress = "Jl. Hanoman 2, Ubud",
            birthDate = "1990-05-01", userName = "gede", password = "kata sandi yang panjang",
        };
        Assert.Equal(HttpStatusCode.Created, (await _alpokat.Browser().PostAsJsonAsync("/account/register", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await _alpokat.Browser().PostAsJsonAsync("/account/register", form)).StatusCode);

        var gede = await _alpokat.SignInAsync("gede", form.password);
        var profile = await gede.GetFromJsonAsync<JsonElement>("/account");
        Assert.Equal("Jl. Hanoman 2, Ubud", profile.GetProperty("officeAddress").GetString());
        Assert.StartsWith("ALP-", profile.GetProperty("userId").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await gede.PutAsJsonAsync("/account/public-profile", new { publicProfile = "Ukiran dari Ubud" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await gede.PostAsJsonAsync("/products", new { title = "Ukiran", group = "kerajinan", priceRupiah = 250_000 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await gede.PostAsJsonAsync("/products", new { title = "", group = "kerajinan", priceRupiah = 250_000 })).StatusCode);
        var product = (await gede.GetFromJsonAsync<JsonElement>("/products"))[0].GetProperty("id").GetString();

        var line = new { productId = product, quantity = 2 };
        var paid = await (await gede.PostAsJsonAsync("/payments", new { lines = new[] { line }, method = "Card", town = "Ubud" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(500_000, paid.GetProperty("amountRupiah").GetInt64());
        var others = new { productId = AlpokatSeed.Gayo, quantity = 1 };
        Assert.Equal(HttpStatusCode.BadRequest, (await gede.PostAsJsonAsync("/payments", new { lines = new[] { others }, method = "Card", town = "Ubud" })).StatusCode);
        Assert.Equal(1, (await gede.GetFromJsonAsync<JsonElement>("/payments")).GetArrayLength());

        foreach (var trace in new[] { form.password, form.name, form.email, form.phone, "Ukiran dari Ubud" })
            Assert.DoesNotContain(_alpokat.Log.Lines, logged => logged.Contains(trace, StringComparison.Ordinal));
        Assert.DoesNotContain(await _alpokat.Database.EverythingAsync(), value => value.Contains(form.password, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await gede.PostAsync("/account/close", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await gede.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _alpokat.Browser().PostAsJsonAsync("/account/sign-in", form)).StatusCode);
    }

    [Fact]
    [Trait("Clause", "ALPO-5.2"), Trait("Clause", "ALPO-1.1")]
    public async Task A_document_is_sealed_looked_at_on_record_and_confirmed_once()
    {
        const string Text = "pindaian paspor nomor X1234567";
        var intan = await _alpokat.SignInAsync("intan");
        var scan = Encoding.UTF8.GetBytes(Text);
        Assert.Equal(HttpStatusCode.Accepted, (await intan.PostAsJsonAsync("/verification", new { scan, birthDate = "1991-02-03" })).StatusCode);
        var hex = Convert.ToHexString(scan);
        Assert.DoesNotContain(await _alpokat.Database.EverythingAsync(), value => value.Contains(hex, StringComparison.Ordinal) || value.Contains("X1234567", StringComparison.Ordinal));

        var desk = await _alpokat.DeskAsync("verifikasi");
        var waiting = (await desk.GetFromJsonAsync<JsonElement>("/verification/cases")).EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "Intan Permata").GetProperty("id").GetString();
        Assert.Equal(scan, await desk.GetByteArrayAsync($"/verification/cases/{waiting}/scan"));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.PostAsync($"/verification/cases/{waiting}/confirm", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync($"/verification/cases/{waiting}/confirm", null)).StatusCode);
        Assert.Contains(_alpokat.Mail.Sent, mail => mail is { To: "intan@batik-intan.example", Subject: "Identitas Anda telah diverifikasi" });

        var audit = _alpokat.Services.GetService(typeof(IAuditTrail)) as IAuditTrail;
        await audit!.FlushAsync();
        var records = await audit.AboutAsync("merchant", AlpokatSeed.Intan.ToString());
        // Looked at, and confirmed, which reads it once more.
        var reads = records.Where(record => record is { Action: AuditAction.Read, Way: AuditWay.Row } && record.Fields.Contains("Scan")).ToList();
        Assert.Equal(2, reads.Count);
        foreach (var read in reads)
            Assert.Equal(new PrivacySubject("desk", "verifikasi"), await audit.WhoAsync(read.Actor));
        Assert.Contains(records, record => record is { Action: AuditAction.Created, ActorKind: "merchant" });
    }

    [Fact]
    [Trait("Clause", "ALPO-2.1"), Trait("Clause", "ALPO-2.3"), Trait("Clause", "ALPO-6.2")]
    public async Task A_visit_is_recorded_and_a_new_device_is_told_to_who_owns_the_account()
    {
        var browser = _alpokat.Browser();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows)");
        var credentials = new { userName = "darma", password = AlpokatSeed.Password };
        var first = await browser.PostAsJsonAsync("/account/sign-in", credentials);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"), one => one.StartsWith("device-recogniser=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        var again = await browser.PostAsJsonAsync("/account/sign-in", credentials);
        Assert.DoesNotContain(again.Headers.GetValues("Set-Cookie"), one => one.StartsWith("device-recogniser=", StringComparison.Ordinal));
        Assert.DoesNotContain(_alpokat.Mail.Sent, IsOfDarma);

        await _alpokat.SignInAsync("darma");
        Assert.Equal("Akun Anda dibuka dari perangkat baru", Assert.Single(_alpokat.Mail.Sent, IsOfDarma).Subject);
        var visits = await _alpokat.InAsync<AlpokatContext, List<Visit>>(alpokat =>
            alpokat.Visits.Where(visit => visit.MerchantId == AlpokatSeed.Darma).OrderBy(visit => visit.At).ToListAsync());
        Assert.Equal(3, visits.Count);
        Assert.Equal(visits[0].DeviceId, visits[1].DeviceId);
        Assert.NotEqual(visits[0].DeviceId, visits[2].DeviceId);
        Assert.All(visits.Take(2), visit => Assert.Equal("Mozilla/5.0 (Windows)", visit.System));
    }

    [Fact]
    [Trait("Clause", "ALPO-3.2")]
    public async Task Questions_are_answered_and_the_forgetful_reminded()
    {
        var sri = await _alpokat.SriAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await sri.PostAsJsonAsync("/messages", new { text = "Bolehkah saya punya dua toko?" })).StatusCode);
        var desk = await _alpokat.DeskAsync("dukungan");
        Assert.Contains("dua toko", await desk.GetStringAsync("/support/messages"));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.PostAsJsonAsync($"/support/{AlpokatSeed.Sri}/answer", new { text = "Boleh." })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsJsonAsync($"/support/{Guid.Empty}/answer", new { text = "Boleh." })).StatusCode);
        Assert.Contains("Boleh.", await sri.GetStringAsync("/messages"));
        Assert.Contains(_alpokat.Mail.Sent, mail => mail is { To: "sri@kopi-sri.example", Subject: "Jawaban dari dukungan ALPOKAT" });
    }

    [Fact]
    [Trait("Clause", "ALPO-3.2")]
    public async Task What_the_service_is_used_with_leaves_out_who_objects()
    {
        var desk = await _alpokat.DeskAsync("dukungan");
        Assert.Contains("Android", await desk.GetStringAsync("/systems"));
        var sri = new RightsDesk(await _alpokat.SriAsync());
        var asked = await sri.DoAsync("/hak/ask/objection", new { purpose = "service-improvement" }, HttpStatusCode.Created);
        await new RightsDesk(await _alpokat.DeskAsync("privasi")).DoAsync($"/hak/staff/requests/{asked.GetProperty("id").GetGuid()}/execute", new { });
        Assert.DoesNotContain("Android", await desk.GetStringAsync("/systems"));
    }

    private static bool IsOfDarma(SentMail mail) => mail.To == "darma@roti-darma.example";
}
