namespace JovaPos.Books;

/// <summary>Who prepares the shop's taxes, under professional secrecy [JOVA-2.6].</summary>
[Recipient(Recipients.ProfessionalAdviser)]
public interface ITaxAdviser
{
    /// <summary>Receives the payments of a year.</summary>
    Task ReceiveAsync(int year, IReadOnlyList<BookEntry> entries, CancellationToken cancel);
}
