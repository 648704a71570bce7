namespace Ocis.Events;

/// <summary>The provider over HTTPS, in place of the local one where <c>Payments:Key</c> is configured. Its host stands in the US [OCIS-7.1].</summary>
public sealed class HttpPaymentProvider(HttpClient http) : IPaymentProvider
{
    public async Task<string?> ChargeAsync(PaymentInstruction instruction, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync("https://api.payments.example/v1/charges", instruction, cancel);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<Charge>(cancel))?.Receipt : null;
    }

    private sealed record Charge(string Receipt);
}
