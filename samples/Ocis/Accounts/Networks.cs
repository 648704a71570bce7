using System.Net;
using System.Net.Sockets;

namespace Ocis.Accounts;

/// <summary>From which network somebody comes. Of IPv6 that is the first half: who has one address has all of the other half.</summary>
internal static class Networks
{
    private const int Bytes = 8;

    [return: DataCategory(Categories.Device.IpAddress)]
    public static string Of([DataCategory(Categories.Device.IpAddress)] IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? $"{Convert.ToHexString(address.GetAddressBytes(), 0, Bytes)}/64"
            : $"{address}";
    }
}
