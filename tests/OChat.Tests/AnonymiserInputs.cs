using Microsoft.Extensions.Configuration;
using OChat.Assistant;
using OChat.Data;
using OChat.Usage;

namespace OChat.Tests;

/// <summary>
/// What the generated tests of OChat's anonymisers need and cannot make: a key, who a conversation is with, and sentences in which
/// somebody is named, since of any other text nothing is taken out.
/// </summary>
internal static class AnonymiserInputs
{
    public static string[] Text =>
    [
        "Siti Rahmawati", "SITI@CONTOH.EXAMPLE", "0812-0000-0001", "siti rahmawati, siti@contoh.example, 0812-0000-0001",
        "This is Siti; the coffee did not come.", "Write to wati+shop@toko.co.id", "Call +62 813 4444 5555 after five",
        "<a href='mailto:siti@contoh.example'>Siti</a>", $"{new string('.', 5000)}Siti Rahmawati{new string('.', 5000)}",
    ];

    public static Placeholders Placeholders() => new("Siti Rahmawati", "siti@contoh.example", "0812-0000-0001");

    public static Pseudonyms Pseudonyms() => new(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Pseudonyms:Key", Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(at => (byte)at)]))])
        .Build());

    public static IEnumerable<Visit> Visits() =>
        from device in new[] { null, "Mozilla/5.0 (Linux; Android 16) Mobile Safari/537.36", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" }
        select new Visit
        {
            Id = Guid.CreateVersion7(), UserId = Guid.CreateVersion7(), IpAddress = "203.0.113.77", DeviceType = device,
            Activity = "opened-orders", At = new(2026, 11, 22, 9, 41, 7, TimeSpan.Zero),
        };
}
