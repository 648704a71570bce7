using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Writes messages to files of a folder, one each, named by its number: for development, for tests, and for mail that
/// something else collects. A message that comes again takes the place of itself.
/// </summary>
/// <param name="folder">The folder; made where it is missing. It holds addresses of people: who may read it is decided outside.</param>
public sealed class FileNotifier(string folder) : INotifier
{
    /// <inheritdoc/>
    public async Task SendAsync(PrivacyNotification notification, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{notification.Id:N}.txt");
        var text = $"To: {notification.Address} ({notification.AddressKind})\nSubject: {notification.Title}\n\n{notification.Text}\n";
        var unfinished = path + ".part";
        await File.WriteAllTextAsync(unfinished, text, Encoding.UTF8, cancel).ConfigureAwait(false);
        File.Move(unfinished, path, overwrite: true);
    }
}
