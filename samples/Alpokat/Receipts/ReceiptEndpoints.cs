namespace Alpokat.Receipts;

/// <summary>Whoever holds a bill can ask for its receipt; the answer says nothing of anybody.</summary>
internal static class ReceiptEndpoints
{
    public static void MapReceipts(this IEndpointRouteBuilder app) =>
        app.MapPost("/receipts", [CollectedAt(Sources.Receipt)] async (
            ReceiptForm form, ReceiptDesk desk, CancellationToken cancel) =>
        {
            // The same answer whoever asks: it would say else whose address the payer gave.
            await desk.IssueAsync(form, cancel);
            return Results.Accepted();
        });
}
