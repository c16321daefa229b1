package no.abakus.it;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

/** Uses up all memory. */
@WebServlet("/now")
public class Exhausting extends HttpServlet {

    private static final int PIECE = 1 << 20;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        List<byte[]> taken = new ArrayList<>();
        while (taken.size() < Integer.MAX_VALUE) {
            taken.add(new byte[PIECE]);
        }
    }
}
