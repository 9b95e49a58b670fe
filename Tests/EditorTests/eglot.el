;;; A session of Emacs' eglot with krafd.  Prints a line for each fact, ends with 1 when one is wrong, and with 77
;;; when eglot is missing.  Run by run.sh, which sets KRAFD and PROJECT.
(unless (require 'eglot nil t) (kill-emacs 77))
(require 'cl-lib)

(defvar kraf-failures 0)
(defun kraf-fact (name holds &optional seen)
  (unless holds (setq kraf-failures (1+ kraf-failures)))
  (princ (if holds (format "ok    %s\n" name) (format "WRONG %s: %S\n" name seen))))
(defun kraf-eventually (holds)
  (cl-loop repeat 1200 until (funcall holds) do (accept-process-output nil 0.1))
  (funcall holds))

;; What docs/editors.md tells users to write.
(define-derived-mode kraf-mode prog-mode "Kraf"
  (setq-local comment-start "// "))
(add-to-list 'auto-mode-alist '("\\.kraf\\'" . kraf-mode))
(add-to-list 'eglot-server-programs `(kraf-mode . (,(getenv "KRAFD") "lsp" "--stdio")))

(setq eglot-confirm-server-initiated-edits nil ; nobody is there to ask
      eglot-autoshutdown t)
(find-file (expand-file-name "sand-mug.kraf" (getenv "PROJECT")))
(apply #'eglot--connect (eglot--guess-contact))
(kraf-fact "krafd answers initialize" (kraf-eventually #'eglot-current-server))

(let* ((server (eglot-current-server))
       (document (eglot--TextDocumentIdentifier))
       (uri (plist-get document :uri))
       (errors (lambda () (cl-remove-if-not
                           (lambda (found) (eq (flymake-diagnostic-type found) 'eglot-error))
                           (progn (flymake-start) (flymake-diagnostics))))))
  (goto-char (point-min))
  (search-forward "## hero")
  (insert "\n\nsead: 7")
  (eglot--signal-textDocument/didChange) ; what Emacs does when it is idle, which batch mode never is
  (kraf-fact "a mistake is shown" (kraf-eventually errors) (flymake-diagnostics))
  (search-backward "sead")
  (let ((actions (jsonrpc-request server :textDocument/codeAction
                                  (list :textDocument document
                                        :range (list :start (eglot--pos-to-lsp-position)
                                                     :end (eglot--pos-to-lsp-position))
                                        :context (list :diagnostics [] :only ["quickfix"])))))
    (kraf-fact "it has a quick fix" (= (length actions) 1) actions)
    (eglot--apply-workspace-edit (plist-get (aref actions 0) :edit)))
  (kraf-fact "the fix mends it" (save-excursion (goto-char (point-min)) (search-forward "seed: 7" nil t)))
  (eglot--signal-textDocument/didChange)
  (kraf-fact "nothing is wrong any more" (kraf-eventually (lambda () (not (funcall errors)))) (funcall errors))
  (goto-char (point-min))
  (search-forward "## hero")
  (let ((hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))))
    (kraf-fact "the hover of a shot tells what it costs"
               (string-match-p "free" (plist-get (plist-get hover :contents) :value)) hover))
  (let ((before (buffer-string)))
    (eglot-execute-command server "kraf.enhance" (vector uri))
    (eglot--signal-textDocument/didChange)
    (kraf-fact "enhancing adds to the prompts"
               (kraf-eventually (lambda () (> (length (buffer-string)) (length before))))))
  (let ((reply (eglot-execute-command server "kraf.generate" (vector (list :uri uri :shot "hero")))))
    (kraf-fact "generating begins" (= (length (plist-get reply :jobs)) 1) reply))
  (kraf-fact "a message names the file"
             (kraf-eventually (lambda ()
                                (with-current-buffer (messages-buffer)
                                  (save-excursion
                                    (goto-char (point-min))
                                    (re-search-forward "Made 1 picture: /.*\\.png" nil t)))))
             (with-current-buffer (messages-buffer) (buffer-string)))
  (set-buffer-modified-p nil)
  (eglot-shutdown server))
(kill-emacs (if (= kraf-failures 0) 0 1))
