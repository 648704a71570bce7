using System.Net.Http.Json;

namespace Cellar.Violations;

/// <summary>PAC3009: the policy says that letters are sent from Austria, and one of the hosts is elsewhere.</summary>
[Purpose(Purposes.Communication)]
public sealed class Letters(HttpClient http)
{
    public Task Send(Customer customer) =>
        http.PostAsJsonAsync("https://us.letters.example/send", customer.Email); // expect: PAC3009

    public Task CleanSend(Customer customer) =>
        http.PostAsJsonAsync("https://at.letters.example/send", customer.Email);
}
