using System.Text;

namespace Survey.Engines;

/// <summary>Posts statements and gives back bodies that are whole.</summary>
internal sealed class ClickHouseRequests(Uri address, string user, string password, string database, TimeSpan timeout)
{
    /// <summary>How long a connection may take, with agreeing on TLS; a server that does not speak it may never answer.</summary>
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(15);

    /// <summary>For all servers: connections are kept for a few seconds, as the servers do; headers with credentials are not taken elsewhere.</summary>
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTime,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // it would cover the headers only
    };

    private readonly Secrets _secrets = new(password, Uri.EscapeDataString(password));

    /// <summary>What the server is called in messages.</summary>
    public string Server { get; } = $"ClickHouse at {address.Host}:{address.Port}/{database}";

    /// <summary>Posts a statement and waits for the end of the answer.</summary>
    /// <exception cref="SurveyDataException">The server refused it, or did not answer it wholly in time.</exception>
    public byte[] Post(IEnumerable<KeyValuePair<string, string>> settings, HttpContent content, CancellationToken cancellation)
    {
        CheckCredentials();
        try
        {
            return Deadline.Run(timeout, token => SendAsync(settings, content, token), cancellation);
        }
        catch (TimeoutException)
        {
            throw ServerFailure.NoAnswer(Server, timeout);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw ServerFailure.NoConnection(Server, $"it took more than {Invariant.Amount(ConnectTime.TotalSeconds)} s");
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            throw ServerFailure.NoConnection(Server, _secrets.Hide((error.InnerException ?? error).Message));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw ServerFailure.CutShort(Server, _secrets.Hide(error.Message));
        }
    }

    /// <summary>Headers end with their line: what stood behind it would be another header.</summary>
    private void CheckCredentials()
    {
        if ((user + password).AsSpan().ContainsAny('\r', '\n', '\0'))
            throw ServerFailure.RefusedLogin(Server, "a name of a user and a password stand on one line each");
    }

    private async Task<byte[]> SendAsync(IEnumerable<KeyValuePair<string, string>> settings, HttpContent content, CancellationToken token)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, AddressWith([.. settings, new("database", database)])) { Content = content };
        request.Headers.TryAddWithoutValidation("X-ClickHouse-User", user);
        request.Headers.TryAddWithoutValidation("X-ClickHouse-Key", password);
        using HttpResponseMessage response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        bool saysItsEnd = response.Headers.TransferEncodingChunked == true || response.Content.Headers.ContentLength is not null;
        byte[] body = await response.Content.ReadAsByteArrayAsync(token);
        if (!response.IsSuccessStatusCode)
            throw ClickHouseError.Of(Server, response, body, _secrets);
        if (!saysItsEnd)
            throw ServerFailure.Unreadable(Server, "it does not say where it ends, so that one cut short would not be noticed");
        return body;
    }

    private Uri AddressWith(IEnumerable<KeyValuePair<string, string>> settings)
    {
        string query = string.Join('&', settings.Select(setting => $"{setting.Key}={Uri.EscapeDataString(setting.Value)}"));
        return new UriBuilder(address.Scheme, address.Host, address.Port, address.AbsolutePath, "?" + query).Uri;
    }
}
